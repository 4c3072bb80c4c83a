import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { findLessons } from '#app/features/lessons/find-lessons.server.ts';
import { LessonError } from '#lessons/lesson-error.ts';
import type { Mistake } from '#lessons/lesson-error.ts';
import { parseLesson } from '#lessons/parse.ts';
import type { Lesson } from '#lessons/schema.ts';
import { copySlug } from './copy-slug.ts';

interface CopyText {
  /** The copy's id. */
  id: string;
  /** The lesson that it was copied from. */
  folder: string;
  text: string;
}

/** How mistakes name the file. */
const FILE = 'lesson';
const MOST_KEPT = 100;

/** Parsed once for each text, as files are. */
const parsed = new Map<string, Lesson>();

/**
 * Reads a teacher's lesson by the same rules as a file, and holds it to the pictures of the lesson that it was
 * copied from: those and no others, with the settings that they were drawn from.
 *
 * Throws a LessonError that names every mistake with its line.
 */
export async function parseCopy({ id, folder, text }: CopyText): Promise<Lesson> {
  const key = `${id} ${createHash('sha256').update(text).digest('hex')}`;
  const known = parsed.get(key);
  if (known) return known;
  const lesson = parseLesson({ folder: copySlug(id), text, file: FILE, files: null });
  const mistakes = await checkPictures(lesson, folder, text);
  if (mistakes.length > 0) throw new LessonError(FILE, mistakes);
  const read = { ...lesson, folder };
  parsed.set(key, read);
  for (const oldest of [...parsed.keys()].slice(0, Math.max(parsed.size - MOST_KEPT, 0)))
    parsed.delete(oldest);
  return read;
}

async function checkPictures(lesson: Lesson, folder: string, text: string): Promise<Mistake[]> {
  const source = (await findLessons()).find((one) => one.folder === folder);
  const theirs = source?.frontMatter.pictures ?? {};
  const lines = text.split('\n');
  return Object.entries(lesson.frontMatter.pictures).flatMap(([file, settings]) => {
    const line = lines.findIndex((each) => each.trim().startsWith(`${file}:`)) + 1 || 1;
    if (!Object.hasOwn(theirs, file))
      return {
        line,
        message: `There is no picture ${file} in the lesson that this was copied from.`,
      };
    // What a picture shows follows from its settings, so a caption must not say others.
    return isDeepStrictEqual(settings, theirs[file])
      ? []
      : {
          line,
          message: `The picture ${file} was drawn from other settings. Leave them as they were.`,
        };
  });
}
