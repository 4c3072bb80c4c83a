import path from 'node:path';
import { env } from '#app/platform/env.server.ts';
import { log } from '#app/platform/log.server.ts';
import { loadLessons } from '#lessons/load.ts';
import type { Lesson } from '#lessons/schema.ts';

/** Where the lessons of this site lie. */
export function lessonsDir(): string {
  return path.resolve(env().EASEL_LESSONS_DIR);
}

/** All lessons in the order of their numbers. One with mistakes is left out and named in the log. */
export function findLessons(): Promise<Lesson[]> {
  return loadLessons(lessonsDir(), ({ message }) =>
    log.error({ mistakes: message }, 'lesson left out'),
  );
}
