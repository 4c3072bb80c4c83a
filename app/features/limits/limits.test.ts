import '#tests/database/own-database.ts';
import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { requestBatch } from '#app/features/batches/request-batch.server.ts';
import { generationFormSchema } from '#app/features/generations/generation-form.ts';
import { requestGenerations } from '#app/features/generations/request-generations.server.ts';
import { requestLive } from '#app/features/generations/request-live.server.ts';
import { gridFormSchema } from '#app/features/grids/grid-form.ts';
import { requestGrid } from '#app/features/grids/request-grid.server.ts';
import { enlargePicture } from '#app/features/pictures/enlarge-picture.server.ts';
import { uploadPicture } from '#app/features/pictures/upload-picture.server.ts';
import { callRender } from '#app/features/renders/change-render.server.ts';
import { createRender } from '#app/features/renders/create-render.server.ts';
import { renderFormSchema } from '#app/features/renders/render-form.ts';
import { createTable } from '#app/features/tables/create-table.server.ts';
import { feedTables } from '#app/features/tables/feed-tables.server.ts';
import { tableFormSchema } from '#app/features/tables/table-form.ts';
import { db } from '#app/platform/db.server.ts';
import { encodePng } from '#worker/engine/image/image-file.ts';
import { createClass } from '#tests/database/people.ts';
import { findModels } from '#app/features/studio/find-models.server.ts';
import { findStudentLimits } from './find-student-limits.server.ts';
import { limitsFormSchema } from './limits-form.ts';
import { saveLimits } from './save-limits.server.ts';

let room: Awaited<ReturnType<typeof createClass>>;
let user: (typeof room)['students'][number];
let classId: string;

beforeEach(async () => {
  room = await createClass({ students: 2 });
  user = room.students[0]!;
  classId = room.id;
  await db.class.update({ where: { id: classId }, data: { programsOn: true } });
});

const limit = (fields: Record<string, unknown>) =>
  saveLimits({
    teacherId: room.teacher.id,
    classId,
    form: limitsFormSchema.parse({
      modelIds: ['starter'],
      hasControls: 'on',
      hasUploads: 'on',
      ...fields,
    }),
  });
const form = (fields: Record<string, string> = {}) =>
  generationFormSchema.parse({ prompt: 'a red house', modelId: 'starter', ...fields });
const ask = (count: number, fields: Record<string, string> = {}, who: { id: string } = user) =>
  requestGenerations({
    user: who,
    classId,
    form: form(fields),
    seeds: Array.from({ length: count }, (_, index) => BigInt(index)),
  });
const refused = (status: number, message: RegExp) => ({
  status,
  message: expect.stringMatching(message),
});
const left = async () => (await findStudentLimits({ userId: user.id, classId }))?.left;

it('counts the pictures of an hour: free work alone, and neither refusals nor failures', async () => {
  expect(await left()).toBeNull();
  await limit({ picturesAnHour: '5' });
  const { ids } = await ask(3);
  expect(await left()).toBe(2);
  await expect(ask(3)).rejects.toMatchObject(refused(429, /2 of 5 pictures left/));
  await db.generation.update({ where: { id: ids[0] }, data: { state: 'failed' } });
  await db.generation.update({ where: { id: ids[1] }, data: { state: 'cancelled' } });
  expect(await left()).toBe(4);
  await ask(1, { prompt: 'a naked woman having sex' });
  expect(await left()).toBe(4);
  const lesson = { slug: 'be-specific', stepId: 'try' };
  await requestGenerations({ user, classId, form: form(), lesson, seeds: [7n, 8n] });
  expect(await left()).toBe(4);
  await ask(4);
  await expect(ask(1)).rejects.toMatchObject(refused(429, /5 pictures in the last hour/));
  // A lesson goes on, a classmate and the teacher have their own.
  await requestGenerations({ user, classId, form: form(), lesson });
  await ask(5, {}, room.students[1]!);
  await ask(9, {}, room.teacher);
  const anHourAgo = new Date(Date.now() - 3601_000);
  await db.generation.updateMany({ where: { userId: user.id }, data: { createdAt: anHourAgo } });
  expect(await left()).toBe(5);
});

it('lets no requests at once pass the number together', async () => {
  await limit({ picturesAnHour: '5' });
  const ended = await Promise.allSettled(Array.from({ length: 12 }, () => ask(1)));
  expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
  expect(await db.generation.count({ where: { userId: user.id } })).toBe(5);
});

it('holds to models, sizes and controls, by the field', async () => {
  await limit({ modelIds: ['ink'], longestSidePx: '192', hasControls: undefined });
  const ink = { modelId: 'ink' };
  await ask(1, { ...ink, size: '192x128' });
  await expect(ask(1, { modelId: 'starter' })).rejects.toMatchObject({
    ...refused(403, /does not use this model/),
    field: 'modelId',
  });
  const large: Record<string, string>[] = [
    { size: '256x128' },
    { size: '128x128', hiresScale: '2' },
  ];
  for (const fields of large)
    await expect(ask(1, { ...ink, ...fields })).rejects.toMatchObject({
      ...refused(403, /at most 192 pixels/),
      field: 'size',
    });
  const image = { widthPx: 128, heightPx: 128, data: new Uint8Array(128 * 128 * 3).fill(255) };
  const control = `data:image/png;base64,${Buffer.from(await encodePng(image)).toString('base64')}`;
  await expect(ask(1, { ...ink, control })).rejects.toMatchObject({
    ...refused(403, /does not guide the layout/),
    field: 'control',
  });
  await ask(1, { size: '512x512' }, room.teacher);
  // With every model chosen, one that comes later is the class's too.
  await limit({ modelIds: (await findModels()).map(({ id }) => id) });
  expect(await findStudentLimits({ userId: user.id, classId })).toMatchObject({ modelIds: null });
});

it('takes no pictures from outside where that is off', async () => {
  const bytes = await encodePng({ widthPx: 64, heightPx: 64, data: new Uint8Array(64 * 64 * 3) });
  await uploadPicture({ user, classId, bytes });
  await limit({ hasUploads: undefined });
  await expect(uploadPicture({ user, classId, bytes })).rejects.toMatchObject(
    refused(403, /from outside/),
  );
  await uploadPicture({ user: room.teacher, classId, bytes });
});

it('counts every way of asking: typing, grid, program, table, clock, enlarging', async () => {
  await limit({ picturesAnHour: '2' });
  await expect(requestLive({ user, classId, form: form() })).rejects.toMatchObject(
    refused(403, /while you type/),
  );
  const grid = gridFormSchema.parse({ columnField: 'steps', columnText: '5, 6, 7' });
  const shared = { prompt: 'a red house', modelId: 'starter' };
  await expect(requestGrid({ user, classId, shared, grid })).rejects.toMatchObject(
    refused(429, /2 pictures in the last hour/),
  );
  // A grid with a hole is none: its pictures are cancelled, and count no more.
  expect(await left()).toBe(2);
  await ask(2);
  const body = { prompt: 'a red house' };
  const parts = [{ form: form(), seeds: [1n] }];
  const token = await db.apiToken.create({
    data: {
      ...{ userId: user.id, classId, name: 'a', hash: randomUUID(), ending: 'a', scopes: [] },
      ...{ perMinute: 9, expiresAt: new Date(Date.now() + 3600_000) },
    },
  });
  await expect(
    requestBatch({ user, classId, tokenId: token.id, parts, body }),
  ).rejects.toMatchObject(refused(429, /2 pictures in the last hour/));
  const render = await createRender({
    user,
    form: renderFormSchema.parse({
      ...{ intent: 'create', name: 'Daily', template: 'a tree', maxPerDay: '9' },
    }),
  });
  expect(await callRender({ user, renderId: render.id })).toMatchObject({
    outcome: 'refused',
    reason: expect.stringMatching(/2 pictures in the last hour/),
  });
  const { id: tableId } = await createTable({
    user,
    classId,
    form: tableFormSchema.parse({ name: 'T', data: 'what\nhouse\ntree', template: 'a {what}' }),
  });
  expect(await feedTables()).toBe(0);
  // The rows wait for the next hour.
  expect(await db.tableRow.count({ where: { tableId, askedAt: null, fault: null } })).toBe(2);
  const drawn = await db.generation.findFirstOrThrow({
    where: { userId: user.id, state: 'waiting' },
  });
  const picture = await db.picture.create({
    data: {
      generationId: drawn.id,
      ...{ sha256: 'a'.repeat(64), thumbSha256: 'b'.repeat(64), bytes: 1, alt: 'a house' },
      ...{ widthPx: 128, heightPx: 128, state: 'approved' },
    },
  });
  const enlarged = enlargePicture({ user, pictureId: picture.id, scale: 2 });
  await expect(enlarged).rejects.toMatchObject(refused(429, /2 pictures in the last hour/));
  expect(await db.generation.count({ where: { userId: user.id, state: 'waiting' } })).toBe(2);
});
