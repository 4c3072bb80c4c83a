import { db } from '#app/platform/db.server.ts';
import { openForWork } from './open-for-work.server.ts';
import type { DraftForm } from './submission-form.ts';
import { writeDraft } from './write-draft.server.ts';

/**
 * Keeps a student's work as it stands; only they see it. Returns the revision that the next save carries.
 * Throws as `openForWork` and `writeDraft` do.
 */
export async function saveDraft(options: {
  userId: string;
  assignmentId: string;
  draft: DraftForm;
  now?: Date;
}): Promise<{ draftRevision: number }> {
  const { userId, assignmentId, draft, now = new Date() } = options;
  return db.$transaction(async (transaction) => {
    const { assignment, submission } = await openForWork(transaction, {
      userId,
      assignmentId,
      now,
    });
    const { classId } = assignment;
    const { draftRevision } = await writeDraft(transaction, { submission, classId, draft });
    return { draftRevision };
  });
}
