import '../database/own-database.ts';
import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWebhook } from '#app/features/webhooks/create-webhook.server.ts';
import { signDelivery } from '#app/features/webhooks/sign-delivery.server.ts';
import { db } from '#app/platform/db.server.ts';
import { waitUntil } from '../../scripts/wait-until.ts';
import { createClass } from '../database/people.ts';
import { killNow, startWorker } from '../queue/worker-process.ts';
import { makeToken, openSite, programOf } from './api-client.ts';

let site: Awaited<ReturnType<typeof openSite>>;
let worker: ChildProcess;
let program: ReturnType<typeof programOf>;
let room: Awaited<ReturnType<typeof createClass>>;
const received: { headers: Record<string, unknown>; body: string }[] = [];
/** Takes a webhook at its second attempt. */
const receiver = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  received.push({ headers: request.headers, body });
  response.writeHead(received.length === 1 ? 503 : 204).end();
});

beforeAll(async () => {
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  process.env.EASEL_WEBHOOK_HOSTS = `127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  site = await openSite();
  worker = await startWorker();
  room = await createClass({ students: 1 });
  await db.class.update({ where: { id: room.id }, data: { programsOn: true } });
  program = programOf(site.url, await makeToken(room.students[0]!, room.id));
}, 300_000);
afterAll(async () => {
  receiver.close();
  await Promise.all([site.close(), killNow(worker)]);
});

const json = async (reply: Response) => (await reply.json()) as Record<string, never>;

describe('/api/v1', () => {
  it('draws once for one idempotency key, and gives the picture’s bytes', async () => {
    const asked = { prompt: 'a red car, in the snow', steps: 4, seed: 7, count: 2 };
    const key = { 'Idempotency-Key': 'first' };
    const [first, second] = await Promise.all([
      program.post('/api/v1/generations', asked, key),
      program.post('/api/v1/generations', asked, key),
    ]);
    expect([first.status, second.status]).toEqual([202, 202]);
    const batch = (await first.json()) as { id: string };
    expect((await json(second)).id).toBe(batch.id);
    const other = await program.post('/api/v1/generations', { ...asked, seed: 8 }, key);
    expect(other.status).toBe(422);
    const done = await (await program.get(`/api/v1/batches/${batch.id}?waitS=60`)).json();
    expect(done.generations).toMatchObject([
      { state: 'finished', seed: '7' },
      { state: 'finished', seed: '8' },
    ]);
    expect(await db.generation.count()).toBe(2);
    const { id } = done.generations[0].picture;
    const file = await program.get(`/api/v1/pictures/${id}/file`);
    expect(file.headers.get('content-type')).toBe('image/png');
    expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(1000);
    expect(await json(await program.get(`/api/v1/pictures/${id}`))).toMatchObject({ seed: '7' });
    expect((await json(await program.get('/api/v1/log'))).items).toHaveLength(2);
  });

  it('names each wrong field', async () => {
    const reply = await program.post('/api/v1/batches', {
      requests: [{ prompt: 'a cat' }, { prompt: '', steps: 1000, colour: 'red' }],
    });
    expect(reply.status).toBe(400);
    expect(reply.headers.get('content-type')).toBe('application/problem+json');
    const fields = ((await reply.json()) as { errors: { field: string }[] }).errors.map(
      ({ field }) => field,
    );
    expect(fields.sort()).toEqual(['requests.1.colour', 'requests.1.prompt', 'requests.1.steps']);
    const size = await program.post('/api/v1/generations', { prompt: 'a cat', widthPx: 100 });
    expect((await json(size)).errors).toMatchObject([{ field: 'widthPx' }]);
    const broken = await fetch(`${site.url}/api/v1/nothing`);
    expect(broken.status).toBe(404);
  });

  it('refuses a prompt as the site does', async () => {
    const reply = await program.post('/api/v1/generations', {
      prompt: 'a naked person having sex',
    });
    const { generations } = (await reply.json()) as { generations: { id: string }[] };
    const status = await json(
      await program.get(`/api/v1/generations/${generations[0]!.id}?waitS=30`),
    );
    expect(status).toMatchObject({ state: 'blocked', picture: null });
  });

  it('describes itself from its schemas', async () => {
    const document = await (await fetch(`${site.url}/api/v1/openapi.json`)).json();
    expect(document.openapi).toBe('3.1.0');
    const body = document.paths['/generations'].post.requestBody.content['application/json'].schema;
    expect(body.required).toEqual(['prompt']);
    expect(body.properties.count).toMatchObject({ type: 'integer', maximum: 32, default: 1 });
    expect(Object.keys(document.paths)).toContain('/pictures/{pictureId}/file');
  });

  it('tells a webhook, signed, and again after a failure', async () => {
    const url = `http://${process.env.EASEL_WEBHOOK_HOSTS}/hook`;
    const made = (await (await program.post('/api/v1/webhooks', { url })).json()) as {
      id: string;
      secret: string;
    };
    await program.post('/api/v1/generations', { prompt: 'a tree', steps: 4, seed: 7 });
    await waitUntil(async () => received.length >= 2, {
      timeoutMs: 60_000,
      what: 'a second attempt',
    });
    const { headers, body } = received[1]!;
    expect(JSON.parse(body)).toMatchObject({ type: 'generation.ended', state: 'finished' });
    expect(body).not.toContain('tree');
    const signature = String(headers['easel-signature']);
    const timestampS = Number(/^t=(\d+),/.exec(signature)?.[1]);
    expect(signature).toBe(signDelivery(made.secret, body, timestampS));
    await waitUntil(
      async () => (await db.webhookDelivery.count({ where: { state: 'delivered' } })) === 1,
      { timeoutMs: 10_000, what: 'the delivery to end' },
    );
    const { items } = await json(await program.get(`/api/v1/webhooks/${made.id}/deliveries`));
    expect(items).toMatchObject([{ attempts: 2, lastStatus: 204 }]);

    const asked = { prompt: 'a tree', steps: 50 };
    const batch = await (await program.post('/api/v1/generations', asked)).json();
    const [{ id }] = (batch as { generations: [{ id: string }] }).generations;
    expect((await program.delete(`/api/v1/generations/${id}`)).status).toBe(200);
    await waitUntil(async () => received.length >= 3, {
      timeoutMs: 10_000,
      what: 'a message of the cancelled picture',
    });
    expect(JSON.parse(received[2]!.body)).toMatchObject({ generationId: id, state: 'cancelled' });
    expect((await program.delete(`/api/v1/webhooks/${made.id}`)).status).toBe(200);
  });

  it.each(['http://example.com/', 'https://10.0.0.1/', 'https://[::1]/', 'https://localhost/'])(
    'sends no webhook to %s',
    async (url) => {
      const call = createWebhook({ user: room.students[0]!, classId: room.id, url });
      await expect(call).rejects.toThrow(/https:|private/);
    },
  );
});

describe('/sdapi/v1', () => {
  const small = { steps: 4, width: 128, height: 128, sampler_name: 'Euler a', cfg_scale: 4 };

  it('draws, reads and redraws pictures as WebUI’s clients ask', async () => {
    const drawn = await json(
      await program.post('/sdapi/v1/txt2img', { prompt: 'a red car', seed: 5, ...small }),
    );
    expect(drawn.images).toHaveLength(1);
    const info = JSON.parse(drawn.info!) as { all_seeds: number[]; infotexts: string[] };
    expect(info.all_seeds).toEqual([5]);
    const read = await json(
      await program.post('/sdapi/v1/png-info', {
        image: `data:image/png;base64,${drawn.images![0]}`,
      }),
    );
    expect(read.info).toBe(info.infotexts[0]);
    expect(read.parameters).toMatchObject({ Prompt: 'a red car', Seed: '5', Sampler: 'Euler a' });
    const again = await json(
      await program.post('/sdapi/v1/img2img', {
        prompt: 'a blue car',
        init_images: drawn.images,
        denoising_strength: 0.5,
        seed: 5,
        ...small,
      }),
    );
    expect(again.images).toHaveLength(1);
    expect(again.images![0]).not.toBe(drawn.images![0]);
  }, 120_000);

  it('makes a picture four times larger by an upscaler that it names itself', async () => {
    const drawn = await json(
      await program.post('/sdapi/v1/txt2img', { prompt: 'a hill', seed: 5, ...small }),
    );
    const upscalers = (await json(await program.get('/sdapi/v1/upscalers'))) as never as {
      name: string;
    }[];
    const reply = await program.post('/sdapi/v1/extra-single-image', {
      image: drawn.images![0],
      upscaler_1: upscalers.at(-1)!.name,
      upscaling_resize: 4,
    });
    const { image } = await json(reply);
    const { width, height } = await sharp(Buffer.from(image!, 'base64')).metadata();
    expect([width, height]).toEqual([small.width * 4, small.height * 4]);
  }, 120_000);

  it('says how far it is, and stops', async () => {
    const drawing = program.post('/sdapi/v1/txt2img', { prompt: 'a castle', ...small, steps: 100 });
    await waitUntil(
      async () => Number((await json(await program.get('/sdapi/v1/progress'))).progress) > 0,
      { timeoutMs: 60_000, what: 'progress' },
    );
    expect((await program.post('/sdapi/v1/interrupt', {})).status).toBe(200);
    expect((await drawing).status).toBe(422);
    expect(await json(await program.get('/sdapi/v1/progress'))).toMatchObject({ progress: 0 });
  }, 120_000);

  it('lists what there is, and keeps the chosen model', async () => {
    const samplers = (await json(await program.get('/sdapi/v1/samplers'))) as never as object[];
    expect(samplers).toContainEqual(expect.objectContaining({ name: 'DPM++ 2M' }));
    const [model] = (await json(await program.get('/sdapi/v1/sd-models'))) as never as {
      title: string;
    }[];
    const chosen = { sd_model_checkpoint: model!.title };
    expect((await program.post('/sdapi/v1/options', chosen)).status).toBe(200);
    expect(await json(await program.get('/sdapi/v1/options'))).toMatchObject(chosen);
  });

  it.each([
    ['txt2img', { prompt: 'x', sampler_name: 'Restart' }, /Sampler not found/],
    ['txt2img', { prompt: 'x', tiling: true }, /tiling/],
    ['txt2img', { prompt: 'x', script_name: 'X/Y/Z plot' }, /scripts/],
    ['extra-single-image', { image: 'AAAA', upscaler_1: 'ESRGAN' }, /upscaler/i],
    ['interrogate', { image: 'AAAA' }, /no such part/],
  ])('says of %s what it can’t do', async (path, body, sentence) => {
    const reply = await program.post(`/sdapi/v1/${path}`, body);
    expect(reply.status).toBeGreaterThanOrEqual(400);
    expect(await json(reply)).toMatchObject({ detail: expect.stringMatching(sentence) });
  });
});
