import '#tests/database/own-database.ts';
import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { browserRequest } from '#tests/fixtures/browser-request.ts';
import { db } from './db.server.ts';
import { endAllSessions, endSession, readSessionUser, startSession } from './sessions.server.ts';

const DAY_MS = 24 * 3600 * 1000;
let userId: string;

beforeEach(async () => {
  await db.user.deleteMany();
  const user = await db.user.create({
    data: { role: 'student', username: 'pip', displayName: 'Pip', passwordHash: 'secret' },
  });
  userId = user.id;
});

describe('a session', () => {
  it('is stored under the SHA-256 of its token, never the token', async () => {
    const cookie = await startSession({ request: browserRequest(), userId, lifetimeS: 60 });
    const token = cookie.match(/^easel_session=([^;]+)/)?.[1] ?? '';
    expect(token.length).toBeGreaterThanOrEqual(40);
    const [row] = await db.session.findMany();
    expect(row?.id).toBe(createHash('sha256').update(token).digest('hex'));
    expect(await readSessionUser(browserRequest(`easel_session=${row?.id}`))).toBeNull();
  });

  it('gives the user without the password hash', async () => {
    const cookie = await startSession({ request: browserRequest(), userId, lifetimeS: 60 });
    const user = await readSessionUser(browserRequest(cookie));
    expect(user).toEqual({
      id: userId,
      role: 'student',
      username: 'pip',
      displayName: 'Pip',
      isDemo: false,
    });
  });

  it('ends at its absolute end, which no renewal moves', async () => {
    const cookie = await startSession({ request: browserRequest(), userId, lifetimeS: 3600 });
    const [before] = await db.session.findMany();
    expect(before?.expiresAt).toEqual(before?.endsAt);
    await readSessionUser(browserRequest(cookie));
    const [after] = await db.session.findMany();
    expect(after?.expiresAt).toEqual(before?.endsAt);
    await db.session.updateMany({ data: { expiresAt: new Date(), endsAt: new Date() } });
    expect(await readSessionUser(browserRequest(cookie))).toBeNull();
    expect(await db.session.count()).toBe(0);
  });

  it('is renewed by use, up to its absolute end', async () => {
    const lifetimeS = 90 * 24 * 3600;
    const cookie = await startSession({ request: browserRequest(), userId, lifetimeS });
    const inTwoDays = new Date(Date.now() + 2 * DAY_MS);
    await db.session.updateMany({ data: { expiresAt: inTwoDays } });
    await readSessionUser(browserRequest(cookie));
    const [renewed] = await db.session.findMany();
    expect(renewed!.expiresAt.getTime()).toBeGreaterThan(Date.now() + 29 * DAY_MS);
    const inTenDays = new Date(Date.now() + 10 * DAY_MS);
    await db.session.updateMany({ data: { expiresAt: inTwoDays, endsAt: inTenDays } });
    await readSessionUser(browserRequest(cookie));
    const [capped] = await db.session.findMany();
    expect(capped?.expiresAt).toEqual(inTenDays);
  });

  it('replaces the one that the browser had, and leaves other browsers alone', async () => {
    const first = await startSession({ request: browserRequest(), userId, lifetimeS: 60 });
    const elsewhere = await startSession({ request: browserRequest(), userId, lifetimeS: 60 });
    const second = await startSession({ request: browserRequest(first), userId, lifetimeS: 60 });
    expect(await readSessionUser(browserRequest(first))).toBeNull();
    expect(await readSessionUser(browserRequest(elsewhere))).not.toBeNull();
    expect(await readSessionUser(browserRequest(second))).not.toBeNull();
  });

  it('ends at sign-out, here or everywhere', async () => {
    const here = await startSession({ request: browserRequest(), userId, lifetimeS: 60 });
    const there = await startSession({ request: browserRequest(), userId, lifetimeS: 60 });
    expect(await endSession(browserRequest(here))).toMatch(/Max-Age=0/);
    expect(await readSessionUser(browserRequest(here))).toBeNull();
    await endAllSessions(userId);
    expect(await readSessionUser(browserRequest(there))).toBeNull();
  });

  it('has a cookie that scripts and other sites do not get, marked secure on https', async () => {
    const plain = await startSession({ request: browserRequest(), userId, lifetimeS: 60 });
    expect(plain).toMatch(/HttpOnly/);
    expect(plain).toMatch(/SameSite=Lax/);
    expect(plain).toMatch(/Max-Age=60/);
    expect(plain).not.toMatch(/Secure/);
    const request = new Request('https://easel.example/');
    expect(await startSession({ request, userId, lifetimeS: 60 })).toMatch(/Secure/);
  });
});
