import { db } from '#app/platform/db.server.ts';
import type { Lesson } from '#lessons/schema.ts';
import { EvidenceError } from './evidence-error.ts';
import type { Evidence } from './lesson-form.ts';

export interface Learner {
  userId: string;
  classId: string;
}

export interface Progress {
  id: string;
  attempts: number;
  completedAt: Date | null;
  evidence: Map<string, { body: Evidence; createdAt: Date }>;
  /** The first step without evidence; the number of steps where there is none. */
  stepIndex: number;
}

/** How far a student is in a lesson; begins it where they have not. */
export async function startProgress(learner: Learner, lesson: Lesson): Promise<Progress> {
  const { userId, classId } = learner;
  const key = { classId, userId, lessonSlug: lesson.slug };
  await db.lessonProgress.createMany({
    data: { ...key, lessonHash: lesson.hash },
    skipDuplicates: true,
  });
  return (await findProgress(learner, lesson)) as Progress;
}

/** How far a student is in a lesson; null where they have not begun it. */
export async function findProgress(learner: Learner, lesson: Lesson): Promise<Progress | null> {
  const { userId, classId } = learner;
  const row = await db.lessonProgress.findUnique({
    where: { classId_userId_lessonSlug: { classId, userId, lessonSlug: lesson.slug } },
    include: { evidence: { orderBy: { createdAt: 'asc' } } },
  });
  if (!row) return null;
  const evidence = new Map(
    row.evidence.map(({ stepId, body, createdAt }) => [
      stepId,
      { body: body as unknown as Evidence, createdAt },
    ]),
  );
  const open = lesson.steps.findIndex(({ id }) => !evidence.has(id));
  const stepIndex = open < 0 ? lesson.steps.length : open;
  const { id, attempts, completedAt } = row;
  return { id, attempts, completedAt, evidence, stepIndex };
}

/** Keeps accepted evidence, once a step; with the last step's the lesson is complete. */
export async function saveEvidence(options: {
  lesson: Lesson;
  progress: Progress;
  stepId: string;
  evidence: Evidence;
}): Promise<void> {
  const { lesson, progress, stepId, evidence } = options;
  const stepIndex = progress.stepIndex + 1;
  await db.$transaction(async (tx) => {
    const { count } = await tx.stepEvidence.createMany({
      data: { progressId: progress.id, stepId, kind: evidence.kind, body: evidence },
      skipDuplicates: true,
    });
    if (count === 0) throw alreadyAnswered();
    await tx.lessonProgress.update({
      where: { id: progress.id },
      data: {
        stepIndex,
        lessonHash: lesson.hash,
        completedAt: stepIndex >= lesson.steps.length ? new Date() : null,
      },
    });
  });
}

export function alreadyAnswered(): EvidenceError {
  return new EvidenceError(
    'already-answered',
    'You have answered this step already. Your first answer stands.',
  );
}
