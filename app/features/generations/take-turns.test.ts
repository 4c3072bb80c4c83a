import '#tests/database/own-database.ts';
import { beforeEach, expect, it } from 'vitest';
import { db } from '#app/platform/db.server.ts';
import { createClass } from '#tests/database/people.ts';
import { takeTurns } from './take-turns.server.ts';

let room: Awaited<ReturnType<typeof createClass>>;

beforeEach(async () => {
  await db.generation.deleteMany();
  room = await createClass({ students: 3 });
});

const turnsOf = (student: number, count: number) =>
  db.$transaction((tx) => takeTurns(tx, { userId: room.students[student]!.id, count }));

async function ask(student: number, count: number, state: 'waiting' | 'running' = 'waiting') {
  const { turns } = await turnsOf(student, count);
  for (const turn of turns)
    await db.generation.create({
      data: {
        classId: room.id,
        userId: room.students[student]!.id,
        mode: 'text-to-image',
        prompt: 'a tree',
        dialect: 'classroom',
        parsedPrompt: [],
        seed: 1n,
        noiseSource: 'torch-cpu',
        steps: 1,
        guidance: 1,
        sampler: 'ddim',
        schedule: 'default',
        widthPx: 128,
        heightPx: 128,
        modelId: 'starter',
        state,
        turn,
      },
    });
  return turns;
}

it('puts a student’s nth picture behind everybody’s first ones', async () => {
  expect(await ask(0, 4)).toEqual([0, 1, 2, 3]);
  expect(await ask(1, 2)).toEqual([0, 1]);
  expect(await ask(2, 1)).toEqual([0]);
  expect(await ask(2, 1)).toEqual([1]);
});

it('lets a newcomer join the turn that is served, not the past', async () => {
  await ask(0, 1, 'running');
  await db.generation.updateMany({ data: { turn: 7 } });
  expect(await ask(1, 2)).toEqual([7, 8]);
});

it('is overtaken for no longer than a turn', async () => {
  await ask(0, 3);
  // The others come back as soon as their picture is done: each time one turn further on.
  for (let served = 0; served < 3; served++) {
    await db.generation.updateMany({ where: { turn: served }, data: { state: 'running' } });
    const [turn] = (await turnsOf(1, 1)).turns;
    expect(turn).toBe(served);
    await db.generation.updateMany({ where: { turn: served }, data: { state: 'finished' } });
  }
});

it('counts what waits, and starts again from an empty queue', async () => {
  await ask(0, 5);
  expect((await turnsOf(0, 1)).waiting).toBe(5);
  await db.generation.updateMany({ data: { state: 'finished' } });
  expect(await turnsOf(0, 1)).toEqual({ turns: [0], waiting: 0 });
});
