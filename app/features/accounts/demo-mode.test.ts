import '#tests/database/own-database.ts';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { browserRequest } from '#tests/fixtures/browser-request.ts';

// The settings are read once, so the demo mode is chosen before the first import of the site.
process.env.EASEL_DEMO = 'on';

const { db } = await import('#app/platform/db.server.ts');
const { createFirstAdmin } = await import('./create-first-admin.server.ts');
const { ensureAdminLink } = await import('./ensure-admin-link.server.ts');
const { findDemoPeople } = await import('./find-demo-people.server.ts');
const { findUser } = await import('./find-user.server.ts');
const { joinClass } = await import('./join-class.server.ts');
const { seedDemo } = await import('./seed-demo.server.ts');
const { signInDemo } = await import('./sign-in-demo.server.ts');

const request = browserRequest();

beforeAll(async () => {
  await seedDemo();
});

beforeEach(async () => {
  await db.user.deleteMany({ where: { isDemo: false } });
});

function makeRealPerson() {
  return db.user.create({ data: { role: 'teacher', username: 'real', displayName: 'Real' } });
}

describe('the demo', () => {
  it('is one class with a teacher and six students, also after a second start', async () => {
    expect(await seedDemo()).toMatchObject({ state: 'open' });
    expect(await db.class.count()).toBe(1);
    expect(await db.membership.count({ where: { role: 'student' } })).toBe(6);
    expect(await db.user.count({ where: { isDemo: true } })).toBe(7);
  });

  it('signs in by one click, made-up people only', async () => {
    const cookie = await signInDemo({ request, username: 'pip-otter' });
    expect(await findUser(browserRequest(cookie))).toMatchObject({ isDemo: true, role: 'student' });
    await expect(signInDemo({ request, username: 'nobody' })).rejects.toThrow(/no such person/);
  });

  it('makes made-up accounts only', async () => {
    const { joinCode } = await db.class.findFirstOrThrow();
    const form = { code: joinCode, username: 'visitor', password: 'three small words' };
    const cookie = await joinClass({ request, address: '10.0.0.1', form });
    expect((await findUser(browserRequest(cookie)))?.isDemo).toBe(true);
    await expect(signInDemo({ request, username: 'visitor' })).rejects.toThrow(/no such person/);
    expect(await ensureAdminLink()).toBeNull();
    const setup = {
      token: 'any',
      displayName: 'A',
      username: 'admin',
      password: 'x'.repeat(12),
      className: '7b',
    };
    await expect(createFirstAdmin({ request, form: setup })).rejects.toThrow(/demo mode is on/);
    expect(await db.user.count({ where: { isDemo: false } })).toBe(0);
  });

  it('closes everywhere as soon as a real account exists, and the start says so', async () => {
    const cookie = await signInDemo({ request, username: 'pip-otter' });
    await makeRealPerson();
    expect(await findUser(browserRequest(cookie))).toBeNull();
    expect(await findDemoPeople()).toBeNull();
    await expect(signInDemo({ request, username: 'pip-otter' })).rejects.toThrow(/closed/);
    expect(await seedDemo()).toMatchObject({
      state: 'refused',
      sentence: expect.stringContaining('real accounts'),
    });
  });
});
