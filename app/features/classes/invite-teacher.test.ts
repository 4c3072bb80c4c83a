import '#tests/database/own-database.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { findUser } from '#app/features/accounts/find-user.server.ts';
import { db } from '#app/platform/db.server.ts';
import { browserRequest } from '#tests/fixtures/browser-request.ts';
import { createClassroom } from '#tests/fixtures/classroom.ts';
import {
  acceptAsNewTeacher,
  acceptInvitation,
  findInvitation,
} from './accept-invitation.server.ts';
import { inviteTeacher } from './invite-teacher.server.ts';
import { listTeachers } from './list-teachers.server.ts';

let room: Awaited<ReturnType<typeof createClassroom>>;
let classId: string;
let token: string;

const account = { displayName: 'Mr T', password: 'four small plain words' };
const request = browserRequest();

beforeEach(async () => {
  room = await createClassroom();
  classId = room.school.id;
  const link = await inviteTeacher({ teacherId: room.teacher.id, classId });
  token = link.split('token=')[1] ?? '';
});

describe('an invitation to teach', () => {
  it('makes a new teacher of this class, once', async () => {
    const form = { ...account, username: 'mr-t', token };
    const cookie = await acceptAsNewTeacher({ request, classId, form });
    expect(await findUser(browserRequest(cookie))).toMatchObject({ role: 'teacher' });
    expect(await listTeachers({ classId })).toHaveLength(2);
    expect(await findInvitation({ classId, token })).toBeNull();
    const again = acceptAsNewTeacher({ request, classId, form: { ...form, username: 'other' } });
    await expect(again).rejects.toThrow(/used or too old/);
    expect(await db.user.count({ where: { username: 'other' } })).toBe(0);
  });

  it('is taken by a teacher who is signed in, and by no student', async () => {
    const other = await createClassroom();
    await expect(acceptInvitation({ user: room.student, classId, token })).rejects.toThrow(
      /Only a teacher/,
    );
    await acceptInvitation({ user: other.teacher, classId, token });
    expect((await listTeachers({ classId })).map(({ id }) => id)).toContain(other.teacher.id);
  });

  it('opens no other class, and none in the archive', async () => {
    const other = await createClassroom();
    const elsewhere = { user: other.teacher, classId: other.school.id, token };
    await expect(acceptInvitation(elsewhere)).rejects.toThrow(/used or too old/);
    await db.class.update({ where: { id: classId }, data: { archivedAt: new Date() } });
    const late = acceptInvitation({ user: other.teacher, classId, token });
    await expect(late).rejects.toThrow(/used or too old/);
  });

  it('never brings a real teacher into a demo class', async () => {
    await db.user.update({ where: { id: room.teacher.id }, data: { isDemo: true } });
    const form = { ...account, username: 'real', token };
    const mixed = acceptAsNewTeacher({ request, classId, form });
    await expect(mixed).rejects.toThrow(/used or too old/);
  });

  it('is made by a teacher of the class alone', async () => {
    const other = await createClassroom();
    for (const { id } of [other.teacher, room.student])
      await expect(inviteTeacher({ teacherId: id, classId })).rejects.toMatchObject({
        status: 404,
      });
  });
});
