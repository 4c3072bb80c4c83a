import '#tests/database/own-database.ts';
import { performance } from 'node:perf_hooks';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '#app/platform/db.server.ts';
import { browserRequest } from '#tests/fixtures/browser-request.ts';
import { findUser } from './find-user.server.ts';
import { hashPassword, verifyPassword } from './password.server.ts';
import { readNextPath } from './sign-in-form.ts';
import { signIn } from './sign-in.server.ts';

const password = 'three small words';
const form = { username: 'Pip', password };
let lastAddress = 0;

/** Each test comes from an address of its own, so that none inherits another's failed tries. */
function tryIn(username: string, tried: string) {
  lastAddress += 1;
  const address = `10.1.${lastAddress >> 8}.${lastAddress & 255}`;
  return signIn({ request: browserRequest(), address, form: { username, password: tried } });
}

beforeEach(async () => {
  await db.user.deleteMany();
  await db.rateLimit.deleteMany();
  const passwordHash = await hashPassword(password);
  await db.user.createMany({
    data: [
      { role: 'student', username: 'pip', displayName: 'Pip', passwordHash },
      { role: 'teacher', username: 'marigold', displayName: 'Ms M', passwordHash },
      { role: 'student', username: 'reset', displayName: 'Reset' },
      { role: 'student', username: 'demo', displayName: 'Demo', passwordHash, isDemo: true },
    ],
  });
});

describe('signing in', () => {
  it('starts a session, whatever the case of the username', async () => {
    const cookie = await tryIn('PIP', password);
    expect((await findUser(browserRequest(cookie)))?.username).toBe('pip');
  });

  it('gives a student the school day and a teacher the term', async () => {
    await tryIn('pip', password);
    await tryIn('marigold', password);
    const sessions = await db.session.findMany({ include: { user: true } });
    const hours = (date: Date) => Math.round((date.getTime() - Date.now()) / 3_600_000);
    const of = (username: string) => sessions.find((s) => s.user.username === username)!;
    expect(hours(of('pip').endsAt)).toBe(14);
    expect(hours(of('pip').expiresAt)).toBe(14);
    expect(hours(of('marigold').endsAt)).toBe(90 * 24);
    expect(hours(of('marigold').expiresAt)).toBe(30 * 24);
  });

  it.each([
    ['a wrong password', 'pip', 'three wrong words'],
    ['an unknown username', 'nobody', password],
    ['a sign-in that was reset', 'reset', ''],
    ['a demo person while the demo is closed', 'demo', password],
  ])('says the same for %s', async (_case, username, tried) => {
    await expect(tryIn(username, tried)).rejects.toThrow(
      'This username and password do not belong together.',
    );
    expect(await db.session.count()).toBe(0);
  });

  it('does the work of a password check for an unknown username too', async () => {
    const hash = await hashPassword(password);
    const timeOf = async (stored: string | null) => {
      const times = [];
      for (let i = 0; i < 7; i++) {
        const start = performance.now();
        expect(await verifyPassword(stored, 'wrong')).toBe(false);
        times.push(performance.now() - start);
      }
      return times.sort((a, b) => a - b)[3]!;
    };
    const ratio = (await timeOf(null)) / (await timeOf(hash));
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });

  it('stores passwords as argon2id with its parameters', async () => {
    const { passwordHash } = await db.user.findUniqueOrThrow({ where: { username: 'pip' } });
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('refuses an address after ten failures, also with the right password', async () => {
    const address = '10.2.0.1';
    const attempt = (tried: string, username = 'pip') =>
      signIn({ request: browserRequest(), address, form: { username, password: tried } });
    for (let i = 0; i < 10; i++)
      await expect(attempt('wrong', `guess-${i}`)).rejects.toThrow(/do not belong together/);
    await expect(attempt(password)).rejects.toMatchObject({ status: 429 });
  });

  it('lets a class of thirty in at once from one address', async () => {
    const address = '10.3.0.1';
    const class30 = Array.from({ length: 30 }, () =>
      signIn({ request: browserRequest(), address, form }),
    );
    expect(new Set(await Promise.all(class30)).size).toBe(30);
  });
});

describe('the way back after signing in', () => {
  it.each([
    ['/studio?x=1', '/studio?x=1'],
    ['//evil.example/a', '/'],
    ['/\\evil.example', '/'],
    ['https://evil.example/', '/'],
    ['javascript:alert(1)', '/'],
  ])('of %s is %s', (next, path) => {
    const query = new URLSearchParams({ next });
    expect(readNextPath(browserRequest(undefined, `/sign-in?${query}`))).toBe(path);
  });
});
