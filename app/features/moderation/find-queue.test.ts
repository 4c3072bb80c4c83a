import '#tests/database/own-database.ts';
import { beforeEach, expect, it } from 'vitest';
import { db } from '#app/platform/db.server.ts';
import { createClassroom, createGeneration } from '#tests/fixtures/classroom.ts';
import { decideVerdict } from './decide-verdict.server.ts';
import { findPatterns } from './find-patterns.server.ts';
import { countQueue, findQueue } from './find-queue.server.ts';
import { flagPicture } from './flag-picture.server.ts';

const DAY_MS = 24 * 3600 * 1000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS);

let room: Awaited<ReturnType<typeof createClassroom>>;

beforeEach(async () => {
  room = await createClassroom();
});

const make = (prompt: string, over: object = {}) =>
  createGeneration({ classId: room.school.id, userId: room.student.id, prompt, ...over });
const judge = (generationId: string, verdict: object) =>
  db.verdict.create({
    data: {
      generationId,
      attempt: 1,
      gate: 'words',
      decision: 'block',
      reason: 'prompt',
      scores: {},
      ...verdict,
    },
  });
const prompts = async (teacherId: string) =>
  (await findQueue({ teacherId })).map(({ prompt }) => prompt);

it('holds what waits for a teacher, the oldest first, and blocked prompts of the week behind it', async () => {
  const { student, classmate, teacher } = room;
  await make('drawn and fine', { picture: { state: 'approved' } });
  const flagged = await make('flagged', {
    picture: { state: 'approved' },
    createdAt: daysAgo(2),
  });
  await make('held', { state: 'held', picture: { state: 'held' }, createdAt: daysAgo(3) });
  await make('held while typing', { state: 'held', picture: { state: 'held' }, isLive: true });
  const asked = await make('asked about', { state: 'blocked', createdAt: daysAgo(1) });
  await judge(asked.id, { appealedAt: new Date() });
  const blocked = await make('blocked', { state: 'blocked', createdAt: daysAgo(6) });
  await judge(blocked.id, {});
  const old = await make('blocked long ago', { state: 'blocked', createdAt: daysAgo(8) });
  await judge(old.id, {});
  await flagPicture({ user: classmate, pictureId: flagged.pictures[0]!.id, reason: '' });

  expect(await prompts(teacher.id)).toEqual(['held', 'flagged', 'asked about', 'blocked']);
  // A blocked prompt that nobody asked about waits for no one.
  expect(await countQueue({ teacherId: teacher.id })).toBe(3);
  expect(await prompts(student.id)).toEqual([]);
  expect(await prompts((await createClassroom()).teacher.id)).toEqual([]);

  await decideVerdict({
    teacherId: teacher.id,
    classId: room.school.id,
    form: { generationId: flagged.id, decision: 'approve', reason: '' },
  });
  expect(await prompts(teacher.id)).toEqual(['held', 'asked about', 'blocked']);
  await db.class.update({ where: { id: room.school.id }, data: { archivedAt: new Date() } });
  expect(await prompts(teacher.id)).toEqual([]);
  expect(await countQueue({ teacherId: teacher.id })).toBe(0);
});

it('tells what was refused to a student in the last thirty days, by kind, and nothing of the others', async () => {
  const { student, classmate, teacher } = room;
  const block = async (scores: object, createdAt: Date, over: object = {}) =>
    judge((await make('x', { state: 'blocked', ...over })).id, { scores, createdAt });
  await block({ violence: 1, sexual: 0.3 }, daysAgo(5));
  await block({ violence: 0.7 }, daysAgo(4));
  await block({ sexual: 1 }, daysAgo(31));
  await block({ hate: 1 }, daysAgo(1), { userId: classmate.id });
  const held = await make('y', { state: 'held', picture: { state: 'held' } });
  await judge(held.id, {
    gate: 'pictures',
    decision: 'hold',
    reason: 'sexy',
    createdAt: daysAgo(1),
  });
  await judge(held.id, { gate: 'person', decision: 'block', reason: 'no', createdAt: daysAgo(1) });

  const patterns = await findPatterns({ userIds: [student.id] });
  expect([...patterns.keys()]).toEqual([student.id]);
  expect(patterns.get(student.id)).toMatchObject([
    { kind: 'a picture held: sexy', times: 1 },
    { kind: 'words about violence', times: 2 },
  ]);
  const [work] = await findQueue({ teacherId: teacher.id });
  expect(work!.patterns.map(({ times }) => times)).toEqual([1, 2]);
  expect(await findPatterns({ userIds: [] })).toEqual(new Map());
});
