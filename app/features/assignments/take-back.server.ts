import { db } from '#app/platform/db.server.ts';
import { publishLive } from '#app/platform/live.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import { openForWork } from './open-for-work.server.ts';

/**
 * Gives a student their work back to change it. What was turned in stays as a version, a returned grade stays
 * with it. `from` is the state that the student saw: throws a UserError (409) where it is another one by now,
 * and as `openForWork` does.
 */
export async function takeBack(options: {
  userId: string;
  assignmentId: string;
  from: 'turnedIn' | 'returned';
  now?: Date;
}): Promise<void> {
  const { userId, assignmentId, from, now = new Date() } = options;
  const classId = await db.$transaction(async (transaction) => {
    const { assignment, submission } = await openForWork(transaction, {
      userId,
      assignmentId,
      now,
    });
    if (submission.state !== from)
      throw new UserError(
        submission.state === 'returned'
          ? 'Your teacher has returned this meanwhile. Read it before you go on.'
          : 'You have this work back already.',
        { status: 409 },
      );
    await transaction.submission.update({
      where: { id: submission.id },
      data: { state: 'takenBack', revision: { increment: 1 } },
    });
    return assignment.classId;
  });
  await publishLive({ kind: 'submission', classId, userId });
}
