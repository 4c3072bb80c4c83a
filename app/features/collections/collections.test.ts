import '#tests/database/own-database.ts';
import { beforeEach, expect, it } from 'vitest';
import { db } from '#app/platform/db.server.ts';
import { createClassroom, createGeneration } from '#tests/fixtures/classroom.ts';
import { changeCollection } from './change-collection.server.ts';
import type { CollectionForm } from './collection-form.ts';
import { createCollection } from './create-collection.server.ts';
import { findCollection, findCollections } from './find-collections.server.ts';

let room: Awaited<ReturnType<typeof createClassroom>>;
let collectionId: string;

beforeEach(async () => {
  room = await createClassroom();
  const { id } = await createCollection({ userId: room.student.id, form: { name: 'Sea' } });
  collectionId = id;
});

const change = (userId: string, form: CollectionForm) =>
  changeCollection({ userId, collectionId, form });
const draw = (userId: string, over: object = {}) =>
  createGeneration({
    classId: room.school.id,
    userId,
    picture: { state: 'approved' },
    ...over,
  }).then(({ pictures }) => pictures[0]!.id);
const names = async (viewerId: string) =>
  (await findCollections({ viewerId })).map(({ name }) => name);

it('goes up the ladder by a teacher’s word, and comes down by its owner’s', async () => {
  const { student, classmate, teacher } = room;
  const stranger = await createClassroom();
  expect(await names(student.id)).toEqual(['Sea']);
  expect(await names(teacher.id)).toEqual(['Sea']);
  expect(await names(classmate.id)).toEqual([]);

  await change(student.id, { intent: 'hang' });
  expect(await names(classmate.id)).toEqual([]);
  await expect(change(classmate.id, { intent: 'approve' })).rejects.toMatchObject({ status: 404 });
  await expect(change(student.id, { intent: 'approve' })).rejects.toMatchObject({ status: 404 });
  await change(teacher.id, { intent: 'approve' });
  expect(await names(classmate.id)).toEqual(['Sea']);
  expect(await names(stranger.student.id)).toEqual([]);

  await change(student.id, { intent: 'hang' });
  await change(teacher.id, { intent: 'refuse' });
  expect(await names(stranger.student.id)).toEqual([]);
  await change(student.id, { intent: 'hang' });
  await change(teacher.id, { intent: 'approve' });
  const [seen] = await findCollections({ viewerId: stranger.student.id });
  expect(seen).toMatchObject({ name: 'Sea', madeBy: null, className: 'Class 7b' });

  await change(student.id, { intent: 'take-down' });
  expect(await names(classmate.id)).toEqual([]);
});

it('takes its yes back with a new name, and refuses names that do not belong on a wall', async () => {
  const { student, teacher, classmate } = room;
  await change(student.id, { intent: 'hang' });
  await change(teacher.id, { intent: 'approve' });
  const bad = change(student.id, { intent: 'rename', name: 'f.u.c.k' });
  await expect(bad).rejects.toThrow('do not belong here');
  expect(await names(classmate.id)).toEqual(['Sea']);
  await change(student.id, { intent: 'rename', name: 'Lake' });
  expect(await names(classmate.id)).toEqual([]);
});

it('shows each of its pictures to those alone who may see that one', async () => {
  const { student, classmate, teacher } = room;
  const hung = await draw(student.id);
  const own = await draw(student.id, { shelf: 'own' });
  const held = await draw(student.id, { picture: { state: 'held' } });
  const theirs = await draw(classmate.id, { shelf: 'own' });
  await change(student.id, { intent: 'add', pictureId: hung });
  await change(student.id, { intent: 'add', pictureId: own });
  await change(student.id, { intent: 'add', pictureId: own });
  for (const pictureId of [held, theirs])
    await expect(change(student.id, { intent: 'add', pictureId })).rejects.toMatchObject({
      status: 404,
    });
  await change(student.id, { intent: 'hang' });
  await change(teacher.id, { intent: 'approve' });
  const seenBy = async (viewerId: string) =>
    (await findCollection({ viewerId, collectionId }))?.pictures.map(({ id }) => id);
  expect(await seenBy(student.id)).toEqual([hung, own]);
  expect(await seenBy(classmate.id)).toEqual([hung]);
  expect(await seenBy(room.leaver.id)).toBeUndefined();
  await change(student.id, { intent: 'take-out', pictureId: hung });
  expect(await seenBy(classmate.id)).toEqual([]);
});

it('is its owner’s alone to change, and stays as it is in an archived class', async () => {
  const { student, classmate, teacher, school } = room;
  for (const { id } of [classmate, teacher])
    await expect(change(id, { intent: 'delete' })).rejects.toMatchObject({ status: 404 });
  await db.class.update({ where: { id: school.id }, data: { archivedAt: new Date() } });
  await expect(change(student.id, { intent: 'delete' })).rejects.toMatchObject({ status: 404 });
  await db.class.update({ where: { id: school.id }, data: { archivedAt: null } });
  await change(student.id, { intent: 'delete' });
  expect(await names(student.id)).toEqual([]);
});
