import { db } from '#app/platform/db.server.ts';
import { givenTo, setUpBy } from './exercise-access.server.ts';

export type ExerciseSummary = Awaited<ReturnType<typeof listClassExercises>>[number];

/** A class's exercises for its teacher, the newest first. */
export async function listClassExercises(options: { teacherId: string; classId: string }) {
  const exercises = await db.exercise.findMany({
    where: setUpBy(options),
    orderBy: { createdAt: 'desc' },
    select: {
      id: true,
      question: true,
      closedAt: true,
      _count: { select: { pictures: true, judgements: { where: { verdict: { not: null } } } } },
    },
  });
  return exercises.map(({ id, question, closedAt, _count }) => ({
    id,
    question,
    isClosed: closedAt !== null,
    pictures: _count.pictures,
    judgements: _count.judgements,
  }));
}

export type OwnExercise = Awaited<ReturnType<typeof listOwnExercises>>[number];

/** A student's exercises, those that wait for them first. */
export async function listOwnExercises({ userId }: { userId: string }) {
  const exercises = await db.exercise.findMany({
    where: givenTo(userId),
    orderBy: { createdAt: 'desc' },
    take: 50,
    select: {
      id: true,
      question: true,
      pairs: true,
      closedAt: true,
      _count: { select: { judgements: { where: { userId, verdict: { not: null } } } } },
    },
  });
  return exercises
    .map(({ id, question, pairs, closedAt, _count }) => ({
      id,
      question,
      pairs,
      done: _count.judgements,
      isClosed: closedAt !== null,
      isToDo: closedAt === null && _count.judgements < pairs,
    }))
    .sort((a, b) => Number(b.isToDo) - Number(a.isToDo));
}
