import '../database/own-database.ts';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { revokeApiToken } from '#app/features/api-tokens/revoke-api-token.server.ts';
import { db } from '#app/platform/db.server.ts';
import { createClass } from '../database/people.ts';
import { createGeneration } from '../fixtures/classroom.ts';
import { makeToken, openSite, programOf } from './api-client.ts';

type Room = Awaited<ReturnType<typeof createClass>>;

let site: Awaited<ReturnType<typeof openSite>>;
let room: Room;
let student: Room['students'][number];
const tokens: string[] = [];

beforeAll(async () => {
  site = await openSite();
  room = await createClass({ students: 2 });
  student = room.students[0]!;
  await db.class.update({ where: { id: room.id }, data: { programsOn: true } });
}, 300_000);
afterAll(() => site.close());

async function tokenOf(...args: Parameters<typeof makeToken>): Promise<string> {
  const token = await makeToken(...args);
  tokens.push(token);
  return token;
}

async function refusal(token: string | undefined, path = '/api/v1/models') {
  const reply = await programOf(site.url, token).get(path);
  expect(reply.headers.get('content-type')).toBe('application/problem+json');
  return (await reply.json()) as { status: number; detail: string };
}

it('keeps a token as its hash and works with it', async () => {
  const token = await tokenOf(student, room.id);
  const row = await db.apiToken.findFirstOrThrow({ where: { userId: student.id } });
  expect(row.hash).toBe(createHash('sha256').update(token).digest('hex'));
  expect(JSON.stringify(row)).not.toContain(token);
  const reply = await programOf(site.url, token).get('/api/v1/models');
  expect(reply.status).toBe(200);
  const basic = Buffer.from(`easel:${token}`).toString('base64');
  const asWebui = await fetch(`${site.url}/api/v1/models`, {
    headers: { Authorization: `Basic ${basic}` },
  });
  expect(asWebui.status).toBe(200);
});

it('refuses a missing, wrong, expired and revoked token with 401', async () => {
  expect(await refusal(undefined)).toMatchObject({ status: 401 });
  expect(await refusal('easel_wrong')).toMatchObject({ status: 401 });
  const expired = await tokenOf(student, room.id);
  const { id } = await db.apiToken.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
  await db.apiToken.update({ where: { id }, data: { expiresAt: new Date() } });
  expect(await refusal(expired)).toMatchObject({
    status: 401,
    detail: expect.stringMatching(/run out/),
  });
  const revoked = await tokenOf(student, room.id);
  const newest = await db.apiToken.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
  const foreign = revokeApiToken({ user: room.students[1]!, tokenId: newest.id });
  await expect(foreign).rejects.toMatchObject({ status: 404 });
  await revokeApiToken({ user: student, tokenId: newest.id });
  expect(await refusal(revoked)).toMatchObject({
    status: 401,
    detail: expect.stringMatching(/taken back/),
  });
});

it('never answers to a cookie, and sends no browser asking for a password', async () => {
  const reply = await fetch(`${site.url}/api/v1/models`, {
    headers: { Cookie: 'easel_session=x' },
  });
  expect(reply.status).toBe(401);
  expect(reply.headers.get('www-authenticate')).toBe('Bearer');
});

it('refuses what the token’s scopes leave out with 403', async () => {
  const token = await tokenOf(student, room.id, { scopes: ['lessons:read'] });
  expect((await programOf(site.url, token).get('/api/v1/lessons')).status).toBe(200);
  expect(await refusal(token, '/api/v1/log')).toMatchObject({ status: 403 });
  const asked = await programOf(site.url, token).post('/api/v1/generations', { prompt: 'a cat' });
  expect(asked.status).toBe(403);
  expect(await db.generation.count()).toBe(0);
});

it('shows nothing of another class, one’s own pictures there included', async () => {
  const other = await createClass({ students: 1 });
  await db.membership.create({
    data: { classId: other.id, userId: student.id, role: 'student' },
  });
  const made = async (classId: string, userId: string) =>
    createGeneration({ classId, userId, picture: { state: 'approved' }, prompt: 'a secret fox' });
  const theirs = await made(other.id, other.students[0]!.id);
  const own = await made(other.id, student.id);
  const program = programOf(site.url, await tokenOf(student, room.id));
  for (const { id, pictures } of [theirs, own]) {
    for (const path of [
      `/generations/${id}`,
      `/pictures/${pictures[0]!.id}`,
      `/pictures/${pictures[0]!.id}/file`,
    ]) {
      const reply = await program.get(`/api/v1${path}`);
      expect(reply.status, path).toBe(404);
      expect(await reply.text()).not.toMatch(/fox|aaaa/);
    }
    expect((await program.delete(`/api/v1/generations/${id}`)).status).toBe(404);
  }
  expect(await (await program.get('/api/v1/log')).json()).toEqual({ items: [], next: null });
  expect(await (await program.get('/api/v1/generations')).json()).toEqual({
    items: [],
    next: null,
  });
});

it('stops with the class’s switch, with leaving the class, and not for its teacher', async () => {
  const token = await tokenOf(student, room.id);
  const teachers = await tokenOf(room.teacher, room.id);
  await db.class.update({ where: { id: room.id }, data: { programsOn: false } });
  expect(await refusal(token)).toMatchObject({
    status: 403,
    detail: expect.stringMatching(/switched off/),
  });
  expect((await programOf(site.url, teachers).get('/api/v1/models')).status).toBe(200);
  await expect(tokenOf(student, room.id)).rejects.toThrow(/not switched programs on/);
  await db.class.update({ where: { id: room.id }, data: { programsOn: true } });
  const key = { classId_userId: { classId: room.id, userId: student.id } };
  await db.membership.update({ where: key, data: { removedAt: new Date() } });
  expect(await refusal(token)).toMatchObject({ status: 403 });
  await db.membership.update({ where: key, data: { removedAt: null } });
});

it('answers 60 of 1,000 requests in a minute, and 1,000 with wrong tokens with nothing', async () => {
  const count = async (token: string) => {
    const program = programOf(site.url, token);
    const statuses: number[] = [];
    for (let sent = 0; sent < 1000; sent += 50) {
      const replies = await Promise.all(
        Array.from({ length: 50 }, () => program.get('/api/v1/models')),
      );
      statuses.push(...replies.map(({ status }) => status));
      await Promise.all(replies.map((reply) => reply.arrayBuffer()));
    }
    return (wanted: number) => statuses.filter((status) => status === wanted).length;
  };
  await db.rateLimit.deleteMany();
  const startedMs = Date.now();
  const own = await count(await tokenOf(student, room.id, { perMinute: '60' }));
  // A run that takes longer than the minute is given the next one's requests too.
  const minutes = Math.ceil((Date.now() - startedMs) / 60_000);
  expect(own(200)).toBeGreaterThanOrEqual(60);
  expect(own(200)).toBeLessThanOrEqual(60 * minutes);
  expect(own(200) + own(429)).toBe(1000);
  const wrong = await count('easel_guess');
  expect(wrong(401) + wrong(429)).toBe(1000);
  expect(wrong(429)).toBeGreaterThan(0);
  const other = await tokenOf(student, room.id);
  expect((await programOf(site.url, other).get('/api/v1/models')).status).toBe(200);
}, 300_000);

it('logs each refusal by ids alone', async () => {
  const said = site.said();
  for (const reason of [
    'missing',
    'unknown',
    'expired',
    'revoked',
    'scope',
    'off',
    'left',
    'too many',
  ])
    expect(said).toContain(`"reason":"${reason}"`);
  const { id } = await db.apiToken.findFirstOrThrow({ where: { perMinute: 60 } });
  expect(said).toContain(`"tokenId":"${id}"`);
  for (const secret of [
    ...tokens,
    'easel_',
    'a cat',
    'secret fox',
    student.displayName,
    '"level":50',
  ])
    expect(said).not.toContain(secret);
});
