import '#tests/database/own-database.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { startUserSession } from '#app/features/accounts/start-user-session.server.ts';
import { db } from '#app/platform/db.server.ts';
import { browserRequest } from '#tests/fixtures/browser-request.ts';
import { createClassroom, createGeneration } from '#tests/fixtures/classroom.ts';
import { changeJoinCode } from './change-join-code.server.ts';
import { createClass } from './create-class.server.ts';
import { findClassToJoin } from './find-class-to-join.server.ts';
import { findCurrentClass } from './find-current-class.server.ts';
import { listClasses } from './list-classes.server.ts';
import { listRoster } from './list-roster.server.ts';
import { removeStudent } from './remove-student.server.ts';
import { requireClassTeacher } from './require-class-teacher.server.ts';

let room: Awaited<ReturnType<typeof createClassroom>>;
let mine: { teacherId: string; classId: string };

beforeEach(async () => {
  room = await createClassroom();
  mine = { teacherId: room.teacher.id, classId: room.school.id };
});

describe('a class', () => {
  it('is made with an open code and its teacher, and is listed with what waits', async () => {
    const teacherId = room.teacher.id;
    const { id } = await createClass({ teacherId, name: '8a' });
    const made = await db.class.findUniqueOrThrow({ where: { id } });
    expect(await findClassToJoin({ code: made.joinCode, isDemo: false })).toEqual({ id });
    const { id: classId } = room.school;
    const userId = room.student.id;
    await createGeneration({ classId, userId, state: 'held', picture: { state: 'held' } });
    await createGeneration({ classId, userId, picture: { state: 'approved' } });
    expect(await listClasses({ teacherId })).toEqual([
      { id, name: '8a', students: 0, pictures: 0, waiting: 0 },
      { id: classId, name: room.school.name, students: 2, pictures: 2, waiting: 1 },
    ]);
  });

  it('is entered as a teacher by its own teacher alone', async () => {
    const { classId } = mine;
    const enter = async (user: { id: string; role: 'student' | 'teacher' | 'admin' }) => {
      const cookie = await startUserSession({ request: browserRequest(), user });
      return requireClassTeacher({ request: browserRequest(cookie), classId });
    };
    expect((await enter(room.teacher)).class.id).toBe(classId);
    const other = await createClassroom();
    for (const user of [room.student, room.leaver, other.teacher])
      await expect(enter(user)).rejects.toMatchObject({ status: 404 });
    const stranger = requireClassTeacher({ request: browserRequest(), classId });
    await expect(stranger).rejects.toMatchObject({ status: 302 });
  });

  it('is a student’s current one while they belong to it', async () => {
    const userId = room.student.id;
    expect(await findCurrentClass({ userId })).toMatchObject({ id: mine.classId });
    await removeStudent({ ...mine, studentId: userId, work: 'keep' });
    expect(await findCurrentClass({ userId })).toBeNull();
    expect(await findCurrentClass({ userId: room.leaver.id })).toBeNull();
    await db.class.update({ where: { id: mine.classId }, data: { archivedAt: new Date() } });
    expect(await findCurrentClass({ userId: room.classmate.id })).toBeNull();
  });
});

describe('the join code', () => {
  it('is closed by a lock and opened again', async () => {
    const code = room.school.joinCode;
    await changeJoinCode({ ...mine, form: { intent: 'lock' } });
    expect(await findClassToJoin({ code, isDemo: false })).toBeNull();
    await changeJoinCode({ ...mine, form: { intent: 'unlock' } });
    expect(await findClassToJoin({ code, isDemo: false })).not.toBeNull();
  });

  it('ends when a new one is made, which lasts as long as was said', async () => {
    await changeJoinCode({ ...mine, form: { intent: 'new', days: 7 } });
    expect(await findClassToJoin({ code: room.school.joinCode, isDemo: false })).toBeNull();
    const { joinExpiresAt } = await db.class.findUniqueOrThrow({ where: { id: mine.classId } });
    const days = (joinExpiresAt!.getTime() - Date.now()) / (24 * 3_600_000);
    expect(Math.round(days)).toBe(7);
  });

  it('is another teacher’s to leave alone', async () => {
    const { teacher } = await createClassroom();
    const change = changeJoinCode({ ...mine, teacherId: teacher.id, form: { intent: 'lock' } });
    await expect(change).rejects.toMatchObject({ status: 404 });
  });
});

describe('the roster', () => {
  it('has the students of the class by name with their pictures in it', async () => {
    const { id: userId } = room.student;
    await createGeneration({ classId: mine.classId, userId, picture: { state: 'approved' } });
    await createGeneration({ classId: mine.classId, userId, state: 'failed' });
    const roster = await listRoster({ classId: mine.classId });
    expect(roster).toHaveLength(2);
    expect(roster.find(({ id }) => id === userId)).toMatchObject({ pictures: 1 });
    expect(roster.find(({ id }) => id === room.leaver.id)).toBeUndefined();
  });

  it('loses a student by their own teacher alone; the work stays', async () => {
    const studentId = room.student.id;
    await createGeneration({ classId: mine.classId, userId: studentId });
    const other = await createClassroom();
    const foreign = removeStudent({
      ...mine,
      teacherId: other.teacher.id,
      studentId,
      work: 'keep',
    });
    await expect(foreign).rejects.toMatchObject({ status: 404 });
    const itself = removeStudent({ ...mine, studentId: room.teacher.id, work: 'keep' });
    await expect(itself).rejects.toMatchObject({ status: 404 });
    await removeStudent({ ...mine, studentId, work: 'keep' });
    expect(await listRoster({ classId: mine.classId })).toHaveLength(1);
    expect(await db.generation.count({ where: { classId: mine.classId } })).toBe(1);
  });
});
