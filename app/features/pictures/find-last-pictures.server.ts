import { findGallery } from '#app/features/galleries/find-gallery.server.ts';
import type { GalleryPicture } from '#app/features/galleries/find-gallery.server.ts';

/** A person's own newest pictures, approved ones only, newest first. */
export async function findLastPictures(options: {
  userId: string;
  take?: number;
}): Promise<GalleryPicture[]> {
  const { userId, take = 6 } = options;
  const { pictures } = await findGallery({ viewerId: userId, shelf: 'own', classId: null, take });
  return pictures.slice(0, take);
}
