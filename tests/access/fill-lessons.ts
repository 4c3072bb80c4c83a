import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { db } from '#app/platform/db.server.ts';
import type { Room } from './room.ts';

/** A teacher's lesson that the class has: a copy of the first one, with a title and a step of its own. */
export async function fillLessons({ classId, ids, secrets }: Room): Promise<{ copyId: string }> {
  const folder = '01-be-specific';
  const shipped = await readFile(`lessons/${folder}/lesson.md`, 'utf8');
  const [frontMatter = ''] = /^---\n.*?\n---\n/s.exec(shipped) ?? [];
  const title = secrets.text('title of a teacher’s lesson', 'maker', 'classmate', 'teacher');
  const text = `${frontMatter.replace(/^title: .*$/m, `title: ${title}`)}\n## A step\n\nWords.\n`;
  const hash = createHash('sha256').update(text).digest('hex');
  const { id: copyId } = await db.lessonCopy.create({
    data: {
      teacherId: ids.teacher,
      folder,
      title,
      draft: text,
      versions: { create: { number: 1, text, hash } },
    },
  });
  await db.classLesson.create({ data: { classId, copyId, version: 1 } });
  return { copyId };
}
