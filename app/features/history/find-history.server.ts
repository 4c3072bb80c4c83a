import { whereAfter } from '#app/features/moderation/list-moderation.server.ts';
import { printGalleryCursor } from '#app/features/pictures/gallery-cursor.ts';
import type { GalleryCursor } from '#app/features/pictures/gallery-cursor.ts';
import { db } from '#app/platform/db.server.ts';
import { buildHistory } from './build-history.ts';

const TREES_A_PAGE = 20;
/** A tree of more pictures is shown up to here. */
const MOST_ON_A_PAGE = 400;

export type HistoryPage = Awaited<ReturnType<typeof findHistory>>;

/**
 * A page of a person's own pictures as trees of what came from what, the newest trees first. Pages follow a key,
 * so that pictures that are made meanwhile neither repeat nor skip any. `isCut` where the page's trees hold more
 * pictures than are shown.
 */
export async function findHistory(options: { userId: string; after?: GalleryCursor | undefined }) {
  const { userId, after } = options;
  const roots = await db.generation.findMany({
    where: {
      AND: [
        { userId, isLive: false, mode: { not: 'upload' } },
        { OR: [{ parentId: null }, { parent: { userId: { not: userId } } }] },
        { OR: [{ pictures: { some: { state: 'approved' } } }, { children: { some: { userId } } }] },
        whereAfter(after),
      ],
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: TREES_A_PAGE + 1,
    select: { id: true, createdAt: true },
  });
  const page = roots.slice(0, TREES_A_PAGE);
  const last = page.at(-1);
  const found = await db.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE tree AS (
      SELECT id, 0 AS depth FROM "Generation" WHERE id = ANY(${page.map(({ id }) => id)})
      UNION ALL
      SELECT child.id, tree.depth + 1 FROM "Generation" child JOIN tree ON child."parentId" = tree.id
      WHERE child."userId" = ${userId} AND NOT child."isLive"
    )
    SELECT id FROM tree ORDER BY depth LIMIT ${MOST_ON_A_PAGE + 1}`;
  const generations = await db.generation.findMany({
    where: { id: { in: found.slice(0, MOST_ON_A_PAGE).map(({ id }) => id) }, userId },
    include: { pictures: { where: { state: 'approved' }, select: { id: true, alt: true } } },
  });
  return {
    trees: buildHistory(generations),
    isCut: found.length > MOST_ON_A_PAGE,
    next:
      roots.length > TREES_A_PAGE && last
        ? printGalleryCursor({ createdAt: last.createdAt, generationId: last.id })
        : null,
  };
}
