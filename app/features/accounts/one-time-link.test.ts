import '#tests/database/own-database.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '#app/platform/db.server.ts';
import { browserRequest } from '#tests/fixtures/browser-request.ts';
import { createClassroom } from '#tests/fixtures/classroom.ts';
import { chooseNewPassword } from './choose-new-password.server.ts';
import { createFirstAdmin } from './create-first-admin.server.ts';
import { ensureAdminLink } from './ensure-admin-link.server.ts';
import { findUser } from './find-user.server.ts';
import { resetSignIn } from './reset-sign-in.server.ts';
import { startUserSession } from './start-user-session.server.ts';

const request = browserRequest();

beforeEach(async () => {
  await db.class.deleteMany();
  await db.user.deleteMany();
  await db.oneTimeLink.deleteMany();
  await db.rateLimit.deleteMany();
});

describe('the first admin’s link', () => {
  const setup = {
    displayName: 'Ms M',
    username: 'Marigold',
    password: 'four small plain words',
    className: '7b art',
  };
  const tokenOf = (link: string | null) => link?.split('token=')[1] ?? '';

  it('makes one admin and a class, once', async () => {
    const token = tokenOf(await ensureAdminLink());
    expect(token.length).toBeGreaterThanOrEqual(32);
    expect(JSON.stringify(await db.oneTimeLink.findMany())).not.toContain(token);
    const cookie = await createFirstAdmin({ request, form: { ...setup, token } });
    expect(await findUser(browserRequest(cookie))).toMatchObject({ role: 'admin', isDemo: false });
    expect(await db.class.count({ where: { name: '7b art' } })).toBe(1);
    const again = createFirstAdmin({ request, form: { ...setup, username: 'second', token } });
    await expect(again).rejects.toThrow(/used or too old/);
    expect(await ensureAdminLink()).toBeNull();
    expect(await db.user.count()).toBe(1);
  });

  it('is ended by the next start’s link, and by time', async () => {
    const first = tokenOf(await ensureAdminLink());
    const second = tokenOf(await ensureAdminLink());
    const use = (token: string) => createFirstAdmin({ request, form: { ...setup, token } });
    await expect(use(first)).rejects.toThrow(/used or too old/);
    await db.oneTimeLink.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
    await expect(use(second)).rejects.toThrow(/used or too old/);
    expect(await db.user.count()).toBe(0);
  });

  it('stays good where the form was refused', async () => {
    await db.user.create({ data: { role: 'teacher', username: 'marigold', displayName: 'T' } });
    const token = tokenOf(await ensureAdminLink());
    const taken = createFirstAdmin({ request, form: { ...setup, token } });
    await expect(taken).rejects.toMatchObject({ field: 'username' });
    await createFirstAdmin({ request, form: { ...setup, username: 'other', token } });
    expect(await db.user.count({ where: { role: 'admin' } })).toBe(1);
  });
});

describe('a student’s reset sign-in', () => {
  async function resetOne() {
    const room = await createClassroom();
    const options = { teacherId: room.teacher.id, classId: room.school.id };
    const cookie = await startUserSession({ request, user: room.student });
    const code = await resetSignIn({ ...options, studentId: room.student.id });
    return { ...room, options, code, cookie };
  }
  const choose = (username: string, code: string, address = '10.0.0.1') =>
    chooseNewPassword({ request, address, form: { username, code, password: 'a new password' } });

  it('signs them out and lets them choose a password with the code, once', async () => {
    const { student, code, cookie } = await resetOne();
    expect(await findUser(browserRequest(cookie))).toBeNull();
    const fresh = await choose(student.username, code);
    expect((await findUser(browserRequest(fresh)))?.id).toBe(student.id);
    await expect(choose(student.username, code)).rejects.toMatchObject({ field: 'code' });
  });

  it('does not open another student’s account', async () => {
    const { classmate, code } = await resetOne();
    await expect(choose(classmate.username, code)).rejects.toMatchObject({ field: 'code' });
    const { passwordHash } = await db.user.findUniqueOrThrow({ where: { id: classmate.id } });
    expect(passwordHash).toBeNull();
  });

  it('can’t be guessed: ten wrong codes of a username, from any address', async () => {
    const { student, code } = await resetOne();
    for (let i = 0; i < 10; i++)
      await expect(choose(student.username, 'ABCD2345', `10.0.1.${i}`)).rejects.toMatchObject({
        field: 'code',
      });
    await expect(choose(student.username, code, '10.0.2.1')).rejects.toMatchObject({ status: 429 });
  });

  it('is a 404 for another class’s teacher, a removed student, and a teacher', async () => {
    const { options, student, leaver, teacher } = await resetOne();
    const other = await createClassroom();
    const foreign = [
      { ...options, teacherId: other.teacher.id, studentId: student.id },
      { ...options, studentId: other.student.id },
      { ...options, studentId: leaver.id },
      { ...options, studentId: teacher.id },
    ];
    for (const each of foreign)
      await expect(resetSignIn(each)).rejects.toMatchObject({ status: 404 });
  });
});
