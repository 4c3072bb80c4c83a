import { db } from '#app/platform/db.server.ts';
import { publishLive } from '#app/platform/live.server.ts';
import { openForGrading } from './open-for-grading.server.ts';
import type { Grading } from './open-for-grading.server.ts';
import type { GradeFormOf } from './grade-form.ts';

type ScoreForm = GradeFormOf<'level'> | GradeFormOf<'remark'> | GradeFormOf<'example'>;

/**
 * Writes one mark of the draft grade: a level, a remark, or that this work is shown as an example. The student
 * sees none of it before it is returned. Throws as `openForGrading` does, and a 404 response for a criterion or
 * level of another rubric.
 */
export async function writeScore(options: { grading: Grading; form: ScoreForm }): Promise<void> {
  const { grading, form } = options;
  const { teacherId, classId, submissionId } = grading;
  const userId = await db.$transaction(async (transaction) => {
    const { assignmentId, userId } = await openForGrading(transaction, grading);
    if (form.intent === 'example' || !form.criterionId) {
      await transaction.submission.update({
        where: { id: submissionId },
        data:
          form.intent === 'example'
            ? { isExample: form.isExample === 'yes' }
            : { remark: (form as GradeFormOf<'remark'>).remark },
      });
      return userId;
    }
    const { criterionId } = form;
    const criterion = await transaction.criterion.findFirst({
      where: { id: criterionId, assignmentId },
      include: { levels: { select: { id: true } } },
    });
    const levelId = form.intent === 'level' ? form.levelId : null;
    const isKnown = !levelId || criterion?.levels.some(({ id }) => id === levelId);
    if (!criterion || !isKnown) throw new Response(null, { status: 404 });
    const mark = form.intent === 'level' ? { levelId } : { remark: form.remark };
    await transaction.score.upsert({
      where: { submissionId_criterionId: { submissionId, criterionId } },
      create: { submissionId, criterionId, graderId: teacherId, ...mark },
      update: { graderId: teacherId, ...mark },
    });
    return userId;
  });
  await tellTeachers({ classId, userId });
}

/** The student's own pages hear of it too, and find nothing new until it is returned. */
function tellTeachers(ids: { classId: string; userId: string }): Promise<void> {
  return publishLive({ kind: 'submission', ...ids });
}
