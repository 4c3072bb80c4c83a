import '#tests/database/own-database.ts';
import { expect, it } from 'vitest';
import { db } from '#app/platform/db.server.ts';
import { pictureQueue } from '#app/platform/queue.server.ts';
import { createClass } from '#tests/database/people.ts';
import { generationFormSchema } from './generation-form.ts';
import { requestGenerations } from './request-generations.server.ts';

const form = (prompt: string) => generationFormSchema.parse({ prompt, modelId: 'starter' });

it('refuses words at once, whoever waits before, and adds no job', async () => {
  const { id: classId, students } = await createClass({ students: 3 });
  const [ada, ben, eve] = [students[0]!, students[1]!, students[2]!];
  for (const user of [ada, ben])
    await requestGenerations({ user, classId, form: form('a red house'), seeds: [1n, 2n, 3n] });
  const { ids } = await requestGenerations({
    user: eve,
    classId,
    form: form('a naked woman having sex'),
    seeds: [1n, 2n],
  });
  const rows = await db.generation.findMany({
    where: { id: { in: ids } },
    include: { verdicts: true },
  });
  expect(rows.map(({ state }) => state)).toEqual(['blocked', 'blocked']);
  expect(rows.map(({ verdicts }) => verdicts.map(({ decision }) => decision))).toEqual([
    ['block'],
    ['block'],
  ]);
  expect(await Promise.all(ids.map((id) => pictureQueue().getJob(id)))).toEqual([
    undefined,
    undefined,
  ]);
  expect(await db.generation.count({ where: { state: 'waiting' } })).toBe(6);
});

it('leaves them waiting while the class is paused', async () => {
  const { id: classId, students } = await createClass({ students: 1 });
  await db.classWall.create({ data: { classId, pausedAt: new Date() } });
  const { ids } = await requestGenerations({
    user: students[0]!,
    classId,
    form: form('a naked woman having sex'),
  });
  expect(await db.generation.findUnique({ where: { id: ids[0] } })).toMatchObject({
    state: 'waiting',
  });
});
