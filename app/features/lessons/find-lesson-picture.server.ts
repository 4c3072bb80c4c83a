import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { findLesson } from './find-lesson.server.ts';
import { lessonsDir } from './find-lessons.server.ts';

/** The bytes of a picture that a lesson shows; one that the lesson does not name answers 404. */
export async function findLessonPicture(options: {
  slug: string;
  file: string;
}): Promise<Uint8Array<ArrayBuffer>> {
  const lesson = await findLesson(options);
  if (!Object.hasOwn(lesson.frontMatter.pictures, options.file))
    throw new Response(null, { status: 404 });
  return new Uint8Array(await readFile(path.join(lessonsDir(), lesson.folder, options.file)));
}
