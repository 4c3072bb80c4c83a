import { db } from '#app/platform/db.server.ts';
import { publishLive } from '#app/platform/live.server.ts';
import { dealLateWork } from '#app/features/reviews/deal-late-work.server.ts';
import { findRules } from '#app/features/moderation/find-rules.server.ts';
import { checkWords } from '#worker/moderation/words.ts';
import { UserError } from '#app/platform/user-error.ts';
import type { Assignment } from '#prisma/generated/client.ts';
import { countWrittenWords } from './count-written-words.ts';
import { isLate } from './due-dates.ts';
import { openForWork } from './open-for-work.server.ts';
import type { DraftForm } from './submission-form.ts';
import { writeDraft } from './write-draft.server.ts';

/**
 * Saves a student's work and hands it to the teacher as one version more. Throws as `openForWork` and
 * `writeDraft` do, and a UserError where something is missing, the words don't pass, or the assignment has changed
 * since `version`.
 */
export async function turnIn(options: {
  userId: string;
  assignmentId: string;
  draft: DraftForm;
  version: number;
  now?: Date;
}): Promise<void> {
  const { userId, assignmentId, draft, version, now = new Date() } = options;
  const classId = await db.$transaction(async (transaction) => {
    const open = await openForWork(transaction, { userId, assignmentId, now });
    const { assignment, dates } = open;
    const { classId } = assignment;
    if (assignment.version !== version)
      throw new UserError(
        'Your teacher has changed this assignment. Read it again before you turn it in.',
        { status: 409 },
      );
    const submission = await writeDraft(transaction, {
      submission: open.submission,
      classId,
      draft,
    });
    const pictures = await transaction.submissionPicture.findMany({
      where: { submissionId: submission.id },
      orderBy: { position: 'asc' },
    });
    await refuseWords({ classId, lessonSlug: assignment.lessonSlug, text: draft.text });
    refuseUnfinished(assignment, { text: draft.text, pictures: pictures.length });
    const late = isLate(dates, now);
    const attempt = submission.attempt + 1;
    await transaction.submission.update({
      where: { id: submission.id },
      data: {
        state: 'turnedIn',
        attempt,
        isLate: late,
        turnedInAt: now,
        revision: { increment: 1 },
      },
    });
    await transaction.submissionVersion.create({
      data: {
        submissionId: submission.id,
        attempt,
        assignmentVersion: version,
        text: draft.text,
        pictureIds: pictures.map(({ pictureId }) => pictureId),
        isLate: late,
        turnedInAt: now,
      },
    });
    await dealLateWork(transaction, { assignmentId, submissionId: submission.id, userId });
    return classId;
  });
  await publishLive({ kind: 'submission', classId, userId });
}

/** What is turned in is read by others, so its words are held to the rules of the class. */
async function refuseWords(options: {
  classId: string;
  lessonSlug: string | null;
  text: string;
}): Promise<void> {
  const rules = await findRules(options);
  if (checkWords(options.text, rules).decision === 'block')
    throw new UserError(
      'Some of these words do not belong in schoolwork. Say it another way, then turn it in.',
      { field: 'text' },
    );
}

function refuseUnfinished(
  { pictures, words }: Assignment,
  work: { text: string; pictures: number },
): void {
  if (work.pictures < pictures)
    throw new UserError(
      `Attach ${pictures === 1 ? 'a picture' : `${pictures} pictures`} first. You have ${work.pictures || 'none'}.`,
      { field: 'pictures' },
    );
  const written = countWrittenWords(work.text);
  if (written < words)
    throw new UserError(`Write at least ${words} words. You have ${written}.`, { field: 'text' });
}
