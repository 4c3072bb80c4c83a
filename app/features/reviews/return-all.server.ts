import { setBy } from '#app/features/assignments/assignment-access.server.ts';
import { rubricSelect } from '#app/features/rubrics/find-rubric.server.ts';
import { sumPoints } from '#app/features/rubrics/rubric.ts';
import { db } from '#app/platform/db.server.ts';
import { publishLive } from '#app/platform/live.server.ts';
import { writeReturn } from './return-submission.server.ts';

/**
 * Returns all work that is turned in and fully graded, and what was returned and scored otherwise since, as
 * after an edit of the rubric. Without a rubric that is all that is turned in. Says how many that were and how
 * many stay because they are not graded. Throws a 404 response where the assignment is not the teacher's.
 */
export async function returnAll(options: {
  teacherId: string;
  classId: string;
  assignmentId: string;
}): Promise<{ returned: number; ungraded: number }> {
  const { teacherId, classId, assignmentId } = options;
  const told = await db.$transaction(async (transaction) => {
    const assignment = await transaction.assignment.findFirst({
      where: { id: assignmentId, ...setBy({ teacherId, classId }) },
      select: { criteria: rubricSelect },
    });
    if (!assignment) throw new Response(null, { status: 404 });
    await transaction.$queryRaw`SELECT id FROM "Submission"
      WHERE "assignmentId" = ${assignmentId} ORDER BY id FOR UPDATE`;
    const submissions = await transaction.submission.findMany({
      where: { assignmentId, state: { in: ['turnedIn', 'returned'] } },
      include: { scores: true, gradeReturns: { orderBy: { id: 'desc' }, take: 1 } },
    });
    const userIds: string[] = [];
    let ungraded = 0;
    for (const { scores, gradeReturns, ...submission } of submissions) {
      const points = sumPoints(assignment.criteria, scores);
      const isGraded = points !== null || assignment.criteria.length === 0;
      if (submission.state === 'returned' && (!isGraded || gradeReturns[0]?.points === points))
        continue;
      if (!isGraded) ungraded += 1;
      else {
        await transaction.submission.update({
          where: { id: submission.id },
          data: { revision: { increment: 1 } },
        });
        await writeReturn(transaction, { submission, teacherId, classId });
        userIds.push(submission.userId);
      }
    }
    return { userIds, ungraded };
  });
  for (const userId of told.userIds) await publishLive({ kind: 'submission', classId, userId });
  return { returned: told.userIds.length, ungraded: told.ungraded };
}
