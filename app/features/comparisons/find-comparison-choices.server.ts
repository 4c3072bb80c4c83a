import { findCurrentClass } from '#app/features/classes/find-current-class.server.ts';
import { findGallery } from '#app/features/galleries/find-gallery.server.ts';
import { visibleTo } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import { MOST_COMPARED } from './compare-search.ts';
import type { CompareSearch } from './compare-search.ts';

export type ComparisonChoices = Awaited<ReturnType<typeof findComparisonChoices>>;

/** The pictures that are chosen so far and a page of others to choose from. */
export async function findComparisonChoices(options: { viewerId: string; search: CompareSearch }) {
  const { viewerId, search } = options;
  const currentClass = await findCurrentClass({ userId: viewerId });
  const shelf = currentClass ? search.shelf : 'own';
  const [chosen, page] = await Promise.all([
    db.picture.findMany({
      where: { AND: [{ id: { in: search.pictures } }, await visibleTo(viewerId)] },
      select: { id: true, alt: true, generation: { select: { seed: true } } },
    }),
    findGallery({ viewerId, shelf, classId: currentClass?.id ?? null, after: search.after }),
  ]);
  const seeds = await db.picture.findMany({
    where: { id: { in: page.pictures.map(({ id }) => id) } },
    select: { id: true, generation: { select: { seed: true } } },
  });
  const seedOf = new Map(seeds.map(({ id, generation }) => [id, generation.seed]));
  const isChosen = new Set(chosen.map(({ id }) => id));
  return {
    shelf,
    className: currentClass?.name ?? null,
    next: page.next,
    chosen: chosen.map(({ id, alt, generation }) => ({
      id,
      alt,
      detail: `seed ${generation.seed}`,
    })),
    others: page.pictures
      .filter(({ id }) => !isChosen.has(id))
      .map(({ id, alt, madeBy, isOwn }) => ({
        id,
        alt,
        detail: `${isOwn ? '' : `by ${madeBy}, `}seed ${seedOf.get(id)}`,
      })),
    fault:
      search.pictures.length > MOST_COMPARED
        ? `You have chosen ${search.pictures.length}. Choose at most ${MOST_COMPARED}.`
        : search.pictures.length === 1 && !search.isChoosing
          ? 'Choose one more picture at least.'
          : undefined,
  };
}
