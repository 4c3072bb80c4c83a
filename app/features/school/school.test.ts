import '#tests/database/own-database.ts';
import { expect, it } from 'vitest';
import { findRules } from '#app/features/moderation/find-rules.server.ts';
import { PICTURE_SETTINGS } from '#app/features/moderation/rules.ts';
import { db } from '#app/platform/db.server.ts';
import { createClassroom, createGeneration, createUser } from '#tests/fixtures/classroom.ts';
import { findSchool } from './find-school.server.ts';
import { inviteToSchool } from './invite-to-school.server.ts';
import { isInvited, joinSchool } from './join-school.server.ts';
import { listInvitations, takeBackInvitation } from './list-invitations.server.ts';
import { saveSchoolRules } from './save-school-rules.server.ts';

const request = new Request('http://localhost/');
const form = {
  username: 'Ms-Reed',
  displayName: 'Ms Reed',
  password: 'four green words here',
};

async function invite(adminId: string) {
  const link = new URL(await inviteToSchool({ adminId }), request.url);
  const invitationId = link.pathname.split('/').at(-1)!;
  return { invitationId, token: link.searchParams.get('token')! };
}

it('lets an invited teacher in once', async () => {
  const admin = await createUser('admin');
  const { invitationId, token } = await invite(admin.id);
  expect(await isInvited({ invitationId, token: 'another' })).toBe(false);
  expect(await isInvited({ invitationId, token })).toBe(true);
  expect(await listInvitations()).toMatchObject([{ className: null }]);

  const cookie = await joinSchool({ request, invitationId, form: { ...form, token } });
  expect(cookie).toMatch(/session/);
  const made = await db.user.findUniqueOrThrow({ where: { username: 'ms-reed' } });
  expect(made).toMatchObject({ role: 'teacher', displayName: 'Ms Reed' });
  expect(await listInvitations()).toEqual([]);
  const again = joinSchool({ request, invitationId, form: { ...form, username: 'other', token } });
  await expect(again).rejects.toThrow('used or too old');
  expect(await db.user.count({ where: { username: 'other' } })).toBe(0);
});

it('ends an invitation that is taken back, and no other kind of link', async () => {
  const admin = await createUser('admin');
  const { invitationId, token } = await invite(admin.id);
  await takeBackInvitation({ adminId: admin.id, purpose: `join-school:${invitationId}` });
  expect(await isInvited({ invitationId, token })).toBe(false);

  const expiresAt = new Date(Date.now() + 60_000);
  await db.oneTimeLink.create({ data: { id: 'a reset', purpose: 'sign-in-reset', expiresAt } });
  const foreign = takeBackInvitation({ adminId: admin.id, purpose: 'sign-in-reset' });
  await expect(foreign).rejects.toMatchObject({ status: 404 });
  expect(await db.oneTimeLink.count({ where: { id: 'a reset' } })).toBe(1);
});

it('holds every class within the school’s rules', async () => {
  const { school } = await createClassroom();
  const admin = await createUser('admin');
  const which = { classId: school.id, lessonSlug: null };
  const { porn, hentai, sexy } = PICTURE_SETTINGS.eased;
  await db.classRules.create({
    data: { classId: school.id, pornBound: porn, hentaiBound: hentai, sexyBound: sexy },
  });
  expect((await findRules(which)).bounds.sexy).toBe(PICTURE_SETTINGS.eased.sexy);

  await saveSchoolRules({
    adminId: admin.id,
    form: { strictness: 'strict', pictures: 'usual' },
  });
  const rules = await findRules(which);
  expect(rules.strictness).toBe('strict');
  expect(rules.bounds).toEqual(PICTURE_SETTINGS.usual);

  await saveSchoolRules({
    adminId: admin.id,
    form: { strictness: 'standard', pictures: 'strict' },
  });
  expect((await findRules(which)).bounds).toEqual(PICTURE_SETTINGS.strict);
});

it('counts what waits and what is stored', async () => {
  const { school, student } = await createClassroom();
  const before = await findSchool();
  const made = { classId: school.id, userId: student.id };
  await createGeneration({ ...made, state: 'waiting', createdAt: new Date(Date.now() - 300_000) });
  await createGeneration({ ...made, state: 'failed' });
  await createGeneration({ ...made, picture: { state: 'approved' } });
  const after = await findSchool();
  expect(after.queue.waiting - before.queue.waiting).toBe(1);
  expect(after.queue.failed - before.queue.failed).toBe(1);
  expect(after.queue.waitedS).toBeGreaterThanOrEqual(300);
  expect(after.storage.databaseBytes).toBeGreaterThan(1_000_000);
  expect(after.models.map(({ id }) => id)).toContain('starter');
  expect(after.health).toEqual({ database: true, queue: true });
});
