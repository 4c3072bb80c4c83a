import '#tests/database/own-database.ts';
import { expect, it } from 'vitest';
import { createClassroom, createGeneration } from '#tests/fixtures/classroom.ts';
import { generationFormSchema } from '#app/features/generations/generation-form.ts';
import { findStart } from './find-start.server.ts';
import { findStudioGenerations } from './find-studio-generations.server.ts';

it('starts from a picture’s settings, its long seed included, for who may see it', async () => {
  const { school, student, classmate } = await createClassroom();
  const other = await createClassroom();
  const { id, pictures } = await createGeneration({
    classId: school.id,
    userId: student.id,
    prompt: 'a red house:1.2',
    picture: { state: 'approved' },
  });
  const pictureId = pictures[0]?.id ?? '';
  const start = await findStart({ viewerId: classmate.id, pictureId });
  expect(start).toMatchObject({
    prompt: 'a red house:1.2',
    seed: '9007199254740993',
    parentId: id,
  });
  expect(generationFormSchema.parse(start)).toMatchObject({
    seed: 9_007_199_254_740_993n,
    size: { widthPx: 128, heightPx: 128 },
  });
  expect(await findStart({ viewerId: other.student.id, pictureId })).toBeNull();
  expect(await findStart({ viewerId: student.id, pictureId: 'no-such-id' })).toBeNull();
});

it('does not start a classmate from a held picture', async () => {
  const { school, student, classmate } = await createClassroom();
  const { pictures } = await createGeneration({
    classId: school.id,
    userId: student.id,
    picture: { state: 'held' },
  });
  const pictureId = pictures[0]?.id ?? '';
  expect(await findStart({ viewerId: classmate.id, pictureId })).toBeNull();
});

it('shows one’s own newest generations in the studio, the queue’s places included', async () => {
  const { school, student, classmate } = await createClassroom();
  const make = (userId: string, prompt: string, state: 'waiting' | 'failed' | 'cancelled') =>
    createGeneration({ classId: school.id, userId, prompt, state });
  await make(classmate.id, 'theirs', 'waiting');
  await make(student.id, 'first', 'failed');
  await make(student.id, 'gone', 'cancelled');
  await make(student.id, 'second', 'waiting');
  const statuses = await findStudioGenerations({ userId: student.id });
  expect(statuses.map(({ prompt, queuePlace }) => ({ prompt, queuePlace }))).toEqual([
    { prompt: 'second', queuePlace: 2 },
    { prompt: 'first', queuePlace: null },
  ]);
  expect(statuses[0]?.estimateMs).toBeGreaterThan(0);
});
