import '#tests/database/own-database.ts';
import { beforeEach, expect, it } from 'vitest';
import { db } from '#app/platform/db.server.ts';
import { createClass } from '#tests/database/people.ts';
import { generationFormSchema } from './generation-form.ts';
import { requestLive } from './request-live.server.ts';

let room: Awaited<ReturnType<typeof createClass>>;

beforeEach(async () => {
  room = await createClass({ students: 1 });
});

async function type(prompt: string, modelId = 'starter') {
  const form = generationFormSchema.parse({ prompt, modelId });
  const { id } = await requestLive({ user: room.students[0]!, classId: room.id, form });
  return id && (await db.generation.findUniqueOrThrow({ where: { id } })).state;
}

it('neither draws nor keeps a word that could not stand as far as it is typed', async () => {
  expect(await type('a tall tree, at ni')).toBe('waiting');
  expect(await type('a tall tree, at nig')).toBeUndefined();
  expect(await type('a tall tree, at NIG')).toBeUndefined();
  expect(await type('a tall tree, at night')).toBe('waiting');
  expect(await db.generation.findMany({ select: { prompt: true, state: true } })).toEqual(
    expect.arrayContaining([
      { prompt: 'a tall tree, at ni', state: 'cancelled' },
      { prompt: 'a tall tree, at night', state: 'waiting' },
    ]),
  );
  expect(await db.generation.count()).toBe(2);
});

it.each([
  ['is followed by more', 'a nig in a tree', 'starter'],
  ['begins no word of the model', 'a naked woman having sex', 'starter'],
  ['is one of several', 'a naked woman having sex, at nig', 'starter'],
  ['is typed for a model of unknown words', 'at nig', 'no-such-model'],
])('refuses what may not pass where it %s', async (_, prompt, modelId) => {
  expect(await type(prompt, modelId)).toBe('blocked');
});
