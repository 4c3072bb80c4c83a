import { z } from 'zod';
import { galleryCursorSchema } from '#app/features/pictures/gallery-cursor.ts';

export const MOST_COMPARED = 4;

/** What the compare page's address says; what somebody mistyped counts as not said. */
const compareSearchSchema = z.object({
  pictures: z
    .array(z.string().uuid())
    .max(100)
    .transform((ids) => [...new Set(ids)])
    .catch([]),
  shelf: z.enum(['own', 'class']).catch('own'),
  after: galleryCursorSchema.optional().catch(undefined),
  /** Asks for the pictures to choose from although enough are chosen. */
  isChoosing: z.boolean(),
});

export type CompareSearch = z.output<typeof compareSearchSchema>;

/** Reads the address; `next` is a shelf and where its next page begins. */
export function readCompareSearch(url: string): CompareSearch {
  const search = new URL(url).searchParams;
  const [nextShelf, after] = search.get('next')?.split(' ') ?? [];
  const shelf = search.get('shelf') ?? nextShelf;
  return compareSearchSchema.parse({
    pictures: search.getAll('picture'),
    shelf: shelf ?? 'own',
    after,
    isChoosing: search.has('choose') || shelf !== undefined,
  });
}

/** The address of some pictures beside each other, or of choosing others to them. */
export function compareUrl(pictureIds: readonly string[], choose = false): string {
  const search = new URLSearchParams(pictureIds.map((id) => ['picture', id]));
  if (choose) search.set('choose', 'yes');
  return `/compare?${search}`;
}
