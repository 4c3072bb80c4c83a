import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { LessonError } from './lesson-error.ts';
import { parseLesson } from './parse.ts';
import type { Lesson } from './schema.ts';

/** Where the lessons that come with Easel lie: `NN-slug/lesson.md` with its pictures. */
export const LESSONS_DIR = path.resolve('lessons');

const LESSON_FOLDER = /^\d\d-[a-z0-9-]+$/;

/** Parsed once for each content, so that an edited lesson shows without a restart. */
const parsed = new Map<string, { key: string; lesson: Lesson }>();

/**
 * Reads all lessons of a folder in the order of their numbers. A lesson with mistakes is told to `onMistake`
 * and left out, so that the others can be had.
 *
 * Throws its LessonError, which names file, line and mistake, where there is no `onMistake`.
 */
export async function loadLessons(
  dir = LESSONS_DIR,
  onMistake?: (error: LessonError) => void,
): Promise<Lesson[]> {
  const entries = await readdir(dir, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory() && LESSON_FOLDER.test(entry.name));
  const lessons = await Promise.all(
    folders.map(({ name }) =>
      loadLesson(path.join(dir, name)).catch((error: unknown) => {
        if (!onMistake || !(error instanceof LessonError)) throw error;
        onMistake(error);
        return null;
      }),
    ),
  );
  return lessons
    .filter((lesson) => lesson !== null)
    .sort((a, b) => a.frontMatter.number - b.frontMatter.number);
}

/** Reads the lesson of one folder, `NN-slug`. */
export async function loadLesson(folder: string): Promise<Lesson> {
  const name = path.basename(folder);
  const [text, entries] = await Promise.all([
    readFile(path.join(folder, 'lesson.md'), 'utf8'),
    readdir(folder),
  ]);
  const files = entries.filter((entry) => entry.endsWith('.png')).sort();
  const key = createHash('sha256').update(text).update(files.join()).digest('hex');
  const known = parsed.get(folder);
  if (known?.key === key) return known.lesson;
  const lesson = parseLesson({ folder: name, text, file: `lessons/${name}/lesson.md`, files });
  parsed.set(folder, { key, lesson });
  return lesson;
}
