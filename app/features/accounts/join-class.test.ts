import '#tests/database/own-database.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { createClass } from '#app/features/classes/create-class.server.ts';
import { drawCode, joinCodeField } from '#app/features/classes/join-code.ts';
import { removeStudent } from '#app/features/classes/remove-student.server.ts';
import { db } from '#app/platform/db.server.ts';
import { browserRequest } from '#tests/fixtures/browser-request.ts';
import { findUser } from './find-user.server.ts';
import { joinAnotherClass, joinClass } from './join-class.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';

const password = 'three small words';
let teacherId: string;
let classId: string;
let code: string;
let lastAddress = 0;

function join(username: string, tried = code) {
  lastAddress += 1;
  const form = { code: tried, username, password };
  return joinClass({ request: browserRequest(), address: `10.0.0.${lastAddress}`, form });
}

async function makeClass(change: Prisma.ClassUpdateInput = {}) {
  const { id } = await createClass({ teacherId, name: '7b' });
  return db.class.update({ where: { id }, data: change });
}

beforeEach(async () => {
  await db.class.deleteMany();
  await db.user.deleteMany();
  await db.rateLimit.deleteMany();
  const teacher = await db.user.create({
    data: { role: 'teacher', username: 'marigold', displayName: 'Ms M' },
  });
  teacherId = teacher.id;
  ({ id: classId, joinCode: code } = await makeClass());
});

describe('a join code', () => {
  it('has 8 of 31 characters and none that look alike', () => {
    const codes = Array.from({ length: 2000 }, drawCode);
    expect(new Set(codes).size).toBe(2000);
    const used = new Set(codes.join(''));
    expect(used.size).toBe(31);
    for (const twin of '0O1IL') expect(used.has(twin)).toBe(false);
    for (const each of codes) expect(each).toHaveLength(8);
  });

  it('is read as people type it', () => {
    expect(joinCodeField.parse(' abcd-efgh ')).toBe('ABCDEFGH');
    expect(joinCodeField.parse('abcd 2345')).toBe('ABCD2345');
    expect(joinCodeField.safeParse('ABCD EFG0').success).toBe(false);
    expect(joinCodeField.safeParse('ABCDEFG').success).toBe(false);
  });
});

describe('joining', () => {
  it('makes a student of this class alone and signs them in', async () => {
    const user = await findUser(browserRequest(await join('Pip')));
    expect(user).toMatchObject({ role: 'student', username: 'pip', displayName: 'Pip' });
    const memberships = await db.membership.findMany({ where: { userId: user!.id } });
    expect(memberships).toMatchObject([{ classId, role: 'student', removedAt: null }]);
  });

  it.each([
    ['locked', { joinLocked: true }],
    ['run out', { joinExpiresAt: new Date(Date.now() - 1000) }],
    ['of an archived class', { archivedAt: new Date() }],
  ])('is refused while the code is %s', async (_case, change) => {
    const { joinCode } = await makeClass(change);
    await expect(join('pip', joinCode)).rejects.toMatchObject({ field: 'code' });
    expect(await db.user.count()).toBe(1);
  });

  it('is refused for a demo teacher’s class: real and made-up people never share one', async () => {
    await db.user.update({ where: { id: teacherId }, data: { isDemo: true } });
    await expect(join('pip')).rejects.toMatchObject({ field: 'code' });
  });

  it('names a taken username, in any case, and makes nothing', async () => {
    await join('pip');
    await expect(join('PIP')).rejects.toMatchObject({ field: 'username' });
    expect(await db.user.count()).toBe(2);
    expect(await db.membership.count({ where: { role: 'student' } })).toBe(1);
  });

  it('counts wrong codes by address, ten a minute', async () => {
    const guess = () => {
      const form = { code: drawCode(), username: 'pip', password };
      return joinClass({ request: browserRequest(), address: '10.9.0.1', form });
    };
    for (let i = 0; i < 10; i++) await expect(guess()).rejects.toMatchObject({ field: 'code' });
    await expect(guess()).rejects.toMatchObject({ status: 429 });
  });
});

describe('joining another class', () => {
  it('adds it to the same account, and twice is once', async () => {
    const user = (await findUser(browserRequest(await join('pip'))))!;
    const other = await makeClass();
    for (let i = 0; i < 2; i++)
      await joinAnotherClass({ user, address: '10.8.0.1', code: other.joinCode });
    expect(await db.membership.count({ where: { userId: user.id } })).toBe(2);
  });

  it('is no way back for a student whom the teacher removed', async () => {
    const user = (await findUser(browserRequest(await join('pip'))))!;
    await removeStudent({ teacherId, classId, studentId: user.id, work: 'keep' });
    await expect(joinAnotherClass({ user, address: '10.8.0.1', code })).rejects.toMatchObject({
      field: 'code',
    });
  });
});
