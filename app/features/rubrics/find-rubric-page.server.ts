import { setBy } from '#app/features/assignments/assignment-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import { rubricSelect } from './find-rubric.server.ts';

/** An assignment's rubric to be changed. Throws a 404 response where it is not the teacher's. */
export async function findRubricPage(options: {
  teacherId: string;
  classId: string;
  assignmentId: string;
}) {
  const found = await db.assignment.findFirst({
    where: { id: options.assignmentId, ...setBy(options) },
    select: {
      id: true,
      title: true,
      revision: true,
      criteria: rubricSelect,
      submissions: { where: { scores: { some: {} } }, select: { id: true } },
    },
  });
  if (!found) throw new Response(null, { status: 404 });
  const { submissions, ...rubric } = found;
  return { ...rubric, classId: options.classId, graded: submissions.length };
}

export type RubricPage = Awaited<ReturnType<typeof findRubricPage>>;
