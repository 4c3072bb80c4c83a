import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readCopySlug } from '#app/features/lesson-copies/copy-slug.ts';
import { findCopyFolder } from '#app/features/lesson-copies/find-copy-folder.server.ts';
import { findLessons, lessonsDir } from './find-lessons.server.ts';

/**
 * The bytes of a picture that a lesson shows; one that the lesson does not name answers 404. A teacher's lesson shows
 * the pictures of the one that it was copied from.
 */
export async function findLessonPicture(options: {
  userId: string;
  slug: string;
  file: string;
}): Promise<Uint8Array<ArrayBuffer>> {
  const { userId, slug, file } = options;
  const copyId = readCopySlug(slug);
  const folder = copyId && (await findCopyFolder({ copyId, userId }));
  const lesson = (await findLessons()).find((one) =>
    copyId ? one.folder === folder : one.slug === slug,
  );
  if (!lesson || !Object.hasOwn(lesson.frontMatter.pictures, file))
    throw new Response(null, { status: 404 });
  return new Uint8Array(await readFile(path.join(lessonsDir(), lesson.folder, file)));
}
