import { rankItems } from '#app/features/comparisons/ranking/rank-items.ts';
import { db } from '#app/platform/db.server.ts';
import { setUpBy } from './exercise-access.server.ts';

export type ExercisePage = NonNullable<Awaited<ReturnType<typeof findExercise>>>;
export type RankedPicture = ExercisePage['ranked'][number];

/** An exercise as its class's teacher sees it: the whole ranking with intervals. Null where it is not theirs. */
export async function findExercise(options: {
  teacherId: string;
  classId: string;
  exerciseId: string;
}) {
  const { teacherId, classId, exerciseId } = options;
  const exercise = await db.exercise.findFirst({
    where: { id: exerciseId, ...setUpBy({ teacherId, classId }) },
    include: {
      class: {
        select: {
          memberships: { where: { role: 'student', removedAt: null }, select: { userId: true } },
        },
      },
      judgements: {
        where: { verdict: { not: null } },
        include: { user: { select: { displayName: true } } },
        orderBy: { judgedAt: 'desc' },
      },
      pictures: {
        include: {
          picture: {
            select: {
              id: true,
              alt: true,
              state: true,
              generation: { select: { prompt: true, user: { select: { displayName: true } } } },
            },
          },
        },
      },
    },
  });
  if (!exercise) return null;
  const { question, pairs, asksWhy, closedAt, judgements, pictures } = exercise;
  const ids = pictures.map(({ pictureId }) => pictureId);
  const { items, sets } = rankItems(
    ids,
    judgements.map((each) => ({ ...each, verdict: each.verdict! })),
  );
  const pictureOf = new Map(pictures.map(({ picture }) => [picture.id, picture]));
  return {
    id: exerciseId,
    question,
    pairs,
    asksWhy,
    isClosed: closedAt !== null,
    judgements: judgements.length,
    judges: new Set(judgements.map(({ userId }) => userId)).size,
    students: exercise.class.memberships.length,
    setSizes: sets.map(({ length }) => length),
    ranked: items.map(({ id, strength, low, high, judged }) => {
      const { alt, state, generation } = pictureOf.get(id)!;
      return {
        id,
        alt,
        isHidden: state !== 'approved',
        madeBy: generation.user.displayName,
        judged,
        chance: winChance(strength),
        low: winChance(low),
        high: winChance(high),
      };
    }),
    reasons: judgements
      .filter(({ reason }) => reason !== '')
      .map(({ id, reason, user, verdict, leftId, rightId }) => ({
        id,
        reason,
        by: user.displayName,
        verdict: verdict!,
        leftId,
        rightId,
      })),
  };
}

/** How likely a picture of this strength is to win against an average one, 0 to 1. */
function winChance(strength: number): number {
  return 1 / (1 + Math.exp(-strength));
}
