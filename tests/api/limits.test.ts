import '../database/own-database.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { db } from '#app/platform/db.server.ts';
import { createClass } from '../database/people.ts';
import { makeToken, openSite, programOf } from './api-client.ts';

let site: Awaited<ReturnType<typeof openSite>>;

beforeAll(async () => {
  site = await openSite();
}, 300_000);
afterAll(() => site.close());

it('holds programs to the limits of the class, over the API and over WebUI’s', async () => {
  const room = await createClass({ students: 1 });
  const limits = { picturesAnHour: 2, modelIds: ['starter'], hasUploads: false };
  await db.class.update({
    where: { id: room.id },
    data: { programsOn: true, settings: { limits } },
  });
  const program = programOf(site.url, await makeToken(room.students[0]!, room.id));
  const ask = async (body: object) => {
    const reply = await program.post('/api/v1/generations', { prompt: 'a red house', ...body });
    return { status: reply.status, ...((await reply.json()) as { detail?: string }) };
  };
  expect(await ask({})).toMatchObject({ status: 202 });
  expect(await ask({ count: 2 })).toMatchObject({
    status: 429,
    detail: expect.stringMatching(/1 of 2 pictures left/),
  });
  expect(await ask({})).toMatchObject({ status: 202 });
  expect(await ask({})).toMatchObject({
    status: 429,
    detail: expect.stringMatching(/2 pictures in the last hour/),
  });
  const webui = await program.post('/sdapi/v1/txt2img', { prompt: 'a red house' });
  expect(webui.status).toBe(429);
  expect(await db.generation.count()).toBe(2);
});
