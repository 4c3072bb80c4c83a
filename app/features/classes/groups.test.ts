import '#tests/database/own-database.ts';
import { beforeEach, expect, it } from 'vitest';
import { createAssignmentWithRubric } from '#tests/fixtures/assignment.ts';
import { createClassroom } from '#tests/fixtures/classroom.ts';
import { changeGroup } from './change-group.server.ts';
import { findGroups } from './find-groups.server.ts';
import { groupFormSchema } from './group-form.ts';

let room: Awaited<ReturnType<typeof createClassroom>>;
let mine: { teacherId: string; classId: string };

beforeEach(async () => {
  room = await createClassroom();
  mine = { teacherId: room.teacher.id, classId: room.school.id };
});

const change = (form: object, which = mine) =>
  changeGroup({ ...which, form: groupFormSchema.parse(form) });

it('makes, changes and ends a group', async () => {
  await change({ intent: 'make', name: 'Blue', members: [room.student.id] });
  const [made] = (await findGroups(mine)).groups;
  expect(made).toMatchObject({ name: 'Blue', members: [room.student.id] });
  const groupId = made!.id;
  await change({ intent: 'change', groupId, name: 'Red', members: [room.classmate.id] });
  expect((await findGroups(mine)).groups).toEqual([
    { id: groupId, name: 'Red', members: [room.classmate.id] },
  ]);
  await change({ intent: 'remove', groupId, name: 'Red' });
  expect((await findGroups(mine)).groups).toEqual([]);
});

it('refuses a name twice, students from elsewhere, and the end of a group with work', async () => {
  await change({ intent: 'make', name: 'Blue' });
  await expect(change({ intent: 'make', name: 'Blue' })).rejects.toMatchObject({ field: 'name' });
  const foreign = change({ intent: 'make', name: 'Red', members: [room.leaver.id] });
  await expect(foreign).rejects.toMatchObject({ status: 404 });
  const groupId = (await findGroups(mine)).groups[0]!.id;
  await createAssignmentWithRubric(mine, { groupId });
  await expect(change({ intent: 'remove', groupId })).rejects.toMatchObject({ status: 409 });
  const other = await createClassroom();
  const theirs = { teacherId: other.teacher.id, classId: mine.classId };
  await expect(change({ intent: 'remove', groupId }, theirs)).rejects.toMatchObject({
    status: 404,
  });
});
