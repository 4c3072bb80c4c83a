import { rankItems } from '#app/features/comparisons/ranking/rank-items.ts';
import { visibleTo } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import { givenTo, SHOWN } from './exercise-access.server.ts';

const SHOWN_TO_STUDENTS = 3;
/** With fewer pictures the first three would tell who came last. */
const FEWEST_FOR_THREE = 6;

/**
 * The pictures that a class chose most, once the judging is over: the first three, or the first alone of a few.
 * A student never learns a place further down. Empty while the judging goes on.
 */
export async function findFavourites(options: { userId: string; exerciseId: string }) {
  const { userId, exerciseId } = options;
  const exercise = await db.exercise.findFirst({
    where: { id: exerciseId, closedAt: { not: null }, ...givenTo(userId) },
    select: {
      pictures: { where: { picture: SHOWN }, select: { pictureId: true } },
      judgements: { where: { verdict: { not: null } } },
    },
  });
  if (!exercise || exercise.judgements.length === 0) return [];
  const ids = exercise.pictures.map(({ pictureId }) => pictureId);
  const pairs = exercise.judgements.map((each) => ({ ...each, verdict: each.verdict! }));
  const { items } = rankItems(ids, pairs, 0);
  const best = items
    .filter(({ strength }) => strength > 0)
    .slice(0, ids.length < FEWEST_FOR_THREE ? 1 : SHOWN_TO_STUDENTS)
    .map(({ id }) => id);
  return db.picture.findMany({
    where: { AND: [{ id: { in: best } }, await visibleTo(userId)] },
    // By time, so that not even the first three have places.
    orderBy: { createdAt: 'asc' },
    select: {
      id: true,
      alt: true,
      widthPx: true,
      heightPx: true,
      generation: { select: { user: { select: { displayName: true } } } },
    },
  });
}
