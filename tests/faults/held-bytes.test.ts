import '../database/own-database.ts';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startUserSession } from '#app/features/accounts/start-user-session.server.ts';
import { generationFormSchema } from '#app/features/generations/generation-form.ts';
import { requestGenerations } from '#app/features/generations/request-generations.server.ts';
import { db } from '#app/platform/db.server.ts';
import { readStoredFile } from '#app/platform/storage.server.ts';
import { startInference } from '#worker/inference/start-inference.ts';
import type { Inference } from '#worker/inference/start-inference.ts';
import { generatePicture } from '#worker/jobs/generate-picture.ts';
import { startPictureGate } from '#worker/moderation/pictures/gate.ts';
import { buildSite } from '../../scripts/build-site.ts';
import { freePort } from '../../scripts/database.ts';
import { supervise } from '../../scripts/supervise.ts';
import type { Supervised } from '../../scripts/supervise.ts';
import { createClass } from '../database/people.ts';

const FAULTS = ['missing', 'corrupt', 'throws', 'nan', 'hangs', 'wrong-shape', 'killed'];

let site: Supervised;
let siteUrl: string;
let inference: Inference;
let room: Awaited<ReturnType<typeof createClass>>;

beforeAll(async () => {
  await buildSite();
  room = await createClass({ students: 2 });
  inference = startInference();
  const port = await freePort();
  siteUrl = `http://localhost:${port}`;
  const settings = { NODE_ENV: 'production', PORT: String(port), EASEL_DEMO: 'off' } as const;
  const onGiveUp = (name: string) => {
    throw new Error(`The ${name} gave up.`);
  };
  const env = { ...process.env, ...settings };
  site = await supervise({ name: 'site', script: 'app/main.ts', env, onGiveUp });
}, 120_000);
afterAll(() => Promise.all([site?.stop(), inference?.close()]));

async function fetchAs(user: { id: string; role: string }, path: string): Promise<Response> {
  const role = user.role === 'teacher' ? 'teacher' : 'student';
  const request = new Request(siteUrl);
  const cookie = await startUserSession({ request, user: { id: user.id, role } });
  const headers = { Cookie: cookie.split(';')[0]! };
  return fetch(siteUrl + path, { headers, redirect: 'manual' });
}

it.each(FAULTS)(
  'holds a picture whose gate is faulty, and gives its bytes to the teacher alone: %s',
  async (fault) => {
    const [maker, classmate] = room.students as [
      { id: string; role: string },
      (typeof room)['teacher'],
    ];
    const form = generationFormSchema.parse({ prompt: 'a red car', steps: '2' });
    const { ids } = await requestGenerations({ user: maker, classId: room.id, form });
    const id = ids[0]!;
    const childPath = fileURLToPath(new URL(`./gates/${fault}.ts`, import.meta.url));
    const gate = startPictureGate({ childPath, startTimeoutMs: 45_000, timeoutMs: 1_000 });
    await generatePicture({ generationId: id }, { inference, gate });
    await gate.close();

    const row = await db.generation.findUniqueOrThrow({
      where: { id },
      include: { pictures: true },
    });
    expect(row.state).toBe('held');
    const [picture] = row.pictures;
    expect(picture?.state).toBe('held');
    const files = ['image', 'thumbnail', 'download'].map(
      (size) => `/pictures/${picture!.id}/${size}`,
    );
    for (const path of files) {
      expect((await fetchAs(maker, path)).status).toBe(404);
      expect((await fetchAs(classmate, path)).status).toBe(404);
      expect((await fetch(siteUrl + path, { redirect: 'manual' })).status).toBe(302);
    }
    for (const user of [maker, classmate]) {
      const preview = await fetchAs(user, `/generations/${id}/preview`);
      expect((await preview.arrayBuffer()).byteLength).toBe(0);
      for (const path of ['/gallery', '/gallery?shelf=class', '/studio', `/generations?id=${id}`]) {
        const page = await (await fetchAs(user, path)).text();
        expect(page).not.toContain(`/pictures/${picture!.id}/`);
        expect(page).not.toContain(picture!.sha256);
      }
      expect((await fetchAs(user, `/classes/${room.id}/log.zip`)).status).toBe(404);
    }
    const zip = await fetchAs(room.teacher, `/classes/${room.id}/log.zip?format=csv`);
    const tables = unzipSync(new Uint8Array(await zip.arrayBuffer()));
    const log = strFromU8(tables['generations.csv']!);
    expect(log).toContain('held');
    expect(log).not.toContain(picture!.sha256);
    const seen = await fetchAs(room.teacher, files[0]!);
    expect(Buffer.from(await seen.arrayBuffer())).toEqual(await readStoredFile(picture!.sha256));
  },
  120_000,
);
