import { findCurrentClass } from '#app/features/classes/find-current-class.server.ts';
import type { GalleryCursor } from '#app/features/pictures/gallery-cursor.ts';
import { findGalleryChoices } from './find-gallery-choices.server.ts';
import { findGallery } from './find-gallery.server.ts';
import type { GalleryFilter } from './gallery-filter.ts';

/** The gallery's page: the shelf of the class that a person works in now, and what it can be narrowed to. */
export async function openGallery(options: {
  viewerId: string;
  filter: GalleryFilter;
  after?: GalleryCursor | undefined;
}) {
  const { viewerId, filter, after } = options;
  const currentClass = await findCurrentClass({ userId: viewerId });
  const classId = currentClass?.id ?? null;
  const [page, choices] = await Promise.all([
    findGallery({ viewerId, shelf: filter.shelf, classId, filter, after }),
    findGalleryChoices({ classId }),
  ]);
  return { className: currentClass?.name ?? null, page, choices };
}
