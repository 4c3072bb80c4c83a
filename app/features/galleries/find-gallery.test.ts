import '#tests/database/own-database.ts';
import { expect, it } from 'vitest';
import { createClassroom, createGeneration } from '#tests/fixtures/classroom.ts';
import { findGallery } from './find-gallery.server.ts';
import { findLastPictures } from '#app/features/pictures/find-last-pictures.server.ts';
import { galleryCursorSchema, printGalleryCursor } from '#app/features/pictures/gallery-cursor.ts';

const approved = { state: 'approved' as const };
const noon = new Date('2026-03-02T12:00:00Z');

it('keeps own and class shelves apart, and shows approved pictures only', async () => {
  const { school, student, classmate, teacher, leaver } = await createClassroom();
  const other = await createClassroom();
  const make = (userId: string, prompt: string, state: 'approved' | 'held' | 'removed') =>
    createGeneration({ classId: school.id, userId, prompt, picture: { state } });
  await make(student.id, 'mine', 'approved');
  await make(student.id, 'mine, held', 'held');
  await make(student.id, 'mine, removed', 'removed');
  await make(classmate.id, 'theirs', 'approved');
  await createGeneration({ classId: school.id, userId: student.id, state: 'waiting' });

  const alts = async (viewerId: string, shelf: 'own' | 'class') => {
    const { pictures } = await findGallery({ viewerId, shelf, classId: school.id });
    return pictures.map(({ alt }) => alt.replace('Picture for: ', '')).sort();
  };
  expect(await alts(student.id, 'own')).toEqual(['mine']);
  expect(await alts(student.id, 'class')).toEqual(['mine', 'theirs']);
  expect(await alts(teacher.id, 'class')).toEqual(['mine', 'theirs']);
  expect(await alts(teacher.id, 'own')).toEqual([]);
  expect(await alts(leaver.id, 'class')).toEqual([]);
  expect(await alts(other.student.id, 'class')).toEqual([]);
  expect(await alts(other.teacher.id, 'class')).toEqual([]);
});

it('has no class shelf where there is no class', async () => {
  const { student } = await createClassroom();
  expect(await findGallery({ viewerId: student.id, shelf: 'class', classId: null })).toEqual({
    pictures: [],
    next: null,
  });
});

it('pages through every picture once, while others arrive, and of equal times too', async () => {
  const { school, student } = await createClassroom();
  const options = { classId: school.id, userId: student.id, picture: approved };
  for (let minute = 0; minute < 5; minute++) {
    const createdAt = new Date(noon.getTime() + minute * 60_000);
    await createGeneration({ ...options, createdAt });
    await createGeneration({ ...options, createdAt });
  }
  const first = await findGallery({ viewerId: student.id, shelf: 'own', classId: null, take: 100 });
  const expected = first.pictures.map(({ id }) => id);
  expect(expected).toHaveLength(10);

  const seen: string[] = [];
  let next: string | null = null;
  do {
    const after = next ? galleryCursorSchema.parse(next) : undefined;
    const page = await findGallery({
      viewerId: student.id,
      shelf: 'own',
      classId: null,
      take: 3,
      ...(after && { after }),
    });
    seen.push(...page.pictures.map(({ id }) => id));
    next = page.next;
    await createGeneration({ ...options, createdAt: new Date(noon.getTime() + 3_600_000) });
  } while (next);
  expect(seen).toEqual(expected);
});

it('shows a person’s newest pictures on the home page', async () => {
  const { school, student } = await createClassroom();
  for (let minute = 0; minute < 4; minute++) {
    await createGeneration({
      classId: school.id,
      userId: student.id,
      prompt: `minute ${minute}`,
      createdAt: new Date(noon.getTime() + minute * 60_000),
      picture: approved,
    });
  }
  const last = await findLastPictures({ userId: student.id, take: 2 });
  expect(last.map(({ alt }) => alt)).toEqual(['Picture for: minute 3', 'Picture for: minute 2']);
});

it('reads only cursors that it printed', () => {
  const cursor = { createdAt: noon, generationId: '0b2d6f4e-6f0e-4c0e-9a53-2f1f0b6c1a11' };
  expect(galleryCursorSchema.parse(printGalleryCursor(cursor))).toEqual(cursor);
  for (const text of [
    '',
    '1',
    'x_y',
    `1_${'0'.repeat(35)}`,
    `${'9'.repeat(16)}_${'0'.repeat(36)}`,
  ]) {
    expect(galleryCursorSchema.safeParse(text).success).toBe(false);
  }
});
