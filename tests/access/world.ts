import { teachPurpose } from '#app/features/accounts/one-time-link.server.ts';
import { db } from '#app/platform/db.server.ts';
import { drawCode } from '#app/features/classes/join-code.ts';
import { fillAssignments } from './fill-assignments.ts';
import { fillClassLife } from './fill-class-life.ts';
import { fillLessons } from './fill-lessons.ts';
import { fillPictures } from './fill-pictures.ts';
import { fillPrograms } from './fill-programs.ts';
import type { Room } from './room.ts';
import { Secrets } from './secrets.ts';
import type { PersonName } from './secrets.ts';

export type World = Awaited<ReturnType<typeof createWorld>>;

/**
 * A class with its people, a row of every kind, and people who have no business in it: a student and a teacher
 * of another class, an admin who does not teach it, and a student who was removed.
 */
export async function createWorld({ archived }: { archived: boolean }) {
  const secrets = new Secrets();
  const ids = {
    maker: await createPerson(secrets, 'student', ['maker', 'classmate', 'teacher', 'admin']),
    classmate: await createPerson(secrets, 'student', ['maker', 'classmate', 'teacher', 'admin']),
    removed: await createPerson(secrets, 'student', [
      'removed',
      'maker',
      'classmate',
      'teacher',
      'admin',
    ]),
    teacher: await createPerson(secrets, 'teacher', ['maker', 'classmate', 'teacher', 'admin']),
    stranger: await createPerson(secrets, 'student', ['stranger', 'foreignTeacher', 'admin']),
    foreignTeacher: await createPerson(secrets, 'teacher', ['stranger', 'foreignTeacher', 'admin']),
    admin: await createPerson(secrets, 'admin', ['admin']),
  };
  const { id: otherClassId } = await db.class.create({
    data: { name: 'Elsewhere', joinCode: drawCode(), programsOn: true },
  });
  const joinCode = drawCode();
  secrets.all.push({ what: 'join code', mark: joinCode, seenBy: ['teacher'] });
  const { id: classId } = await db.class.create({
    data: {
      name: secrets.text('class name', 'maker', 'classmate', 'removed', 'teacher', 'admin'),
      joinCode,
      programsOn: true,
    },
  });
  await db.membership.createMany({
    data: [
      { classId, userId: ids.teacher, role: 'teacher' },
      { classId, userId: ids.maker, role: 'student' },
      { classId, userId: ids.classmate, role: 'student' },
      { classId, userId: ids.removed, role: 'student', removedAt: new Date() },
      { classId: otherClassId, userId: ids.stranger, role: 'student' },
      { classId: otherClassId, userId: ids.foreignTeacher, role: 'teacher' },
    ],
  });
  const room: Room = { classId, ids, secrets };
  await db.oneTimeLink.create({
    data: {
      id: `invitation to ${classId}`,
      purpose: teachPurpose(classId),
      expiresAt: new Date(Date.now() + 3_600_000),
    },
  });
  const group = await db.group.create({
    data: {
      classId,
      name: secrets.text('group name', 'teacher'),
      members: { create: { userId: ids.maker } },
    },
  });
  const { id: emptyGroupId } = await db.group.create({ data: { classId, name: 'Empty' } });
  const pictures = await fillPictures(room);
  const classLife = await fillClassLife({ ...room, pictures });
  const programs = await fillPrograms({ ...room, otherClassId, pictures });
  const assignments = await fillAssignments({ ...room, groupId: group.id, pictures });
  const lessons = await fillLessons(room);
  const grid = await db.grid.create({
    data: {
      classId,
      userId: ids.maker,
      columnField: 'steps',
      columnValues: ['5', secrets.text('value of a grid', 'maker', 'teacher')],
      generations: { connect: { id: pictures.approved.generationId } },
    },
  });
  const { username: makerUsername } = await db.user.findUniqueOrThrow({
    where: { id: ids.maker },
  });
  if (archived) await db.class.update({ where: { id: classId }, data: { archivedAt: new Date() } });
  return {
    ...room,
    archived,
    makerUsername,
    groupId: group.id,
    emptyGroupId,
    gridId: grid.id,
    pictures,
    ...assignments,
    ...classLife,
    ...programs,
    ...lessons,
  };
}

async function createPerson(
  secrets: Secrets,
  role: 'student' | 'teacher' | 'admin',
  knownTo: PersonName[],
): Promise<string> {
  const { id } = await db.user.create({
    data: {
      role,
      username: secrets.text('username', ...knownTo),
      displayName: secrets.text('name', ...knownTo),
      passwordHash: 'none',
    },
  });
  return id;
}
