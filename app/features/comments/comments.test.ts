import '#tests/database/own-database.ts';
import { beforeEach, expect, it } from 'vitest';
import { countQueue } from '#app/features/moderation/find-queue.server.ts';
import { findReactions, react } from '#app/features/reactions/react.server.ts';
import { createClassroom, createGeneration } from '#tests/fixtures/classroom.ts';
import { changeComments } from './change-comments.server.ts';
import type { CommentForm } from './comment-form.ts';
import { decideComment } from './decide-comment.server.ts';
import { findComments, findReportedComments } from './find-comments.server.ts';
import { switchComments } from './switch-comments.server.ts';

let room: Awaited<ReturnType<typeof createClassroom>>;
let pictureId: string;

beforeEach(async () => {
  room = await createClassroom();
  const { pictures } = await createGeneration({
    classId: room.school.id,
    userId: room.student.id,
    picture: { state: 'approved' },
  });
  pictureId = pictures[0]!.id;
});

const switchOn = (isOn = true) =>
  switchComments({ teacherId: room.teacher.id, classId: room.school.id, isOn });
const change = (userId: string, form: CommentForm) => changeComments({ userId, pictureId, form });
const write = (userId: string, text: string) => change(userId, { intent: 'write', text });
const read = async (viewerId: string) =>
  (await findComments({ viewerId, pictureId }))?.map(({ text }) => text);
const idOf = async (text: string) =>
  (await findComments({ viewerId: room.student.id, pictureId }))!.find(
    (comment) => comment.text === text,
  )!.id;
const notTheirs = expect.objectContaining({ status: 404 });

it('is off until a teacher switches it on, and hidden once it is off again', async () => {
  const { student, classmate, teacher, leaver } = room;
  await expect(write(classmate.id, 'Good light.')).rejects.toEqual(notTheirs);
  expect(await read(student.id)).toBeUndefined();
  await expect(
    switchComments({ teacherId: classmate.id, classId: room.school.id, isOn: true }),
  ).rejects.toEqual(notTheirs);
  await switchOn();
  await write(classmate.id, 'Good light.');
  for (const { id } of [student, classmate, teacher])
    expect(await read(id)).toEqual(['Good light.']);
  const stranger = await createClassroom();
  for (const { id } of [leaver, stranger.student, stranger.teacher]) {
    expect(await read(id)).toBeUndefined();
    await expect(write(id, 'Hello.')).rejects.toEqual(notTheirs);
  }
  await switchOn(false);
  expect(await read(student.id)).toBeUndefined();
});

it('refuses bad words in disguise, and more than a few under one picture', async () => {
  const { classmate } = room;
  await switchOn();
  await expect(write(classmate.id, 'what a f u c k')).rejects.toThrow('do not belong here');
  for (const text of ['one', 'two', 'three', 'four', 'five']) await write(classmate.id, text);
  await expect(write(classmate.id, 'six')).rejects.toThrow('5 comments');
  expect(await read(classmate.id)).toHaveLength(5);
});

it('comes back when its author takes the removal back, but not a teacher’s removal', async () => {
  const { student, classmate, teacher } = room;
  await switchOn();
  await write(classmate.id, 'Good light.');
  const commentId = await idOf('Good light.');
  await expect(change(student.id, { intent: 'remove', commentId })).rejects.toEqual(notTheirs);
  await change(classmate.id, { intent: 'remove', commentId });
  expect(await read(student.id)).toEqual([]);
  expect(await read(classmate.id)).toEqual([null]);
  await change(classmate.id, { intent: 'undo', commentId });
  expect(await read(student.id)).toEqual(['Good light.']);
  await change(teacher.id, { intent: 'remove', commentId });
  await expect(change(classmate.id, { intent: 'undo', commentId })).rejects.toEqual(notTheirs);
  await change(teacher.id, { intent: 'undo', commentId });
  expect(await read(student.id)).toEqual(['Good light.']);
});

it('is hidden by the first report until a teacher has looked, and stays once it is kept', async () => {
  const { student, classmate, teacher, school } = room;
  await switchOn();
  await write(classmate.id, 'Good light.');
  const commentId = await idOf('Good light.');
  await expect(change(classmate.id, { intent: 'report', commentId })).rejects.toEqual(notTheirs);
  await change(student.id, { intent: 'report', commentId });
  expect(await read(student.id)).toEqual([]);
  expect(await countQueue({ teacherId: teacher.id })).toBe(1);
  expect(await findReportedComments({ teacherId: teacher.id })).toMatchObject([
    { id: commentId, text: 'Good light.' },
  ]);
  const form = { commentId, decision: 'keep' as const };
  const other = await createClassroom();
  const decide = (teacherId: string, classId: string) =>
    decideComment({ teacherId, classId, form });
  await expect(decide(other.teacher.id, other.school.id)).rejects.toEqual(notTheirs);
  await decide(teacher.id, school.id);
  await expect(decide(teacher.id, school.id)).rejects.toEqual(notTheirs);
  await change(student.id, { intent: 'report', commentId });
  expect(await read(student.id)).toEqual(['Good light.']);
  expect(await countQueue({ teacherId: teacher.id })).toBe(0);
});

it('tells a maker the kind words without names and numbers, and lets nobody praise themselves', async () => {
  const { student, classmate, teacher, leaver } = room;
  const say = (userId: string, isSaid = true) =>
    react({ userId, pictureId, kind: 'story', isSaid });
  await say(classmate.id);
  await say(classmate.id);
  await say(teacher.id);
  await expect(say(student.id)).rejects.toEqual(notTheirs);
  await expect(say(leaver.id)).rejects.toEqual(notTheirs);
  const heard = (viewerId: string) => findReactions({ viewerId, pictureId });
  expect(await heard(student.id)).toEqual({ heard: ['story'], own: null });
  expect(await heard(classmate.id)).toEqual({ heard: [], own: ['story'] });
  await say(classmate.id, false);
  await say(teacher.id, false);
  expect(await heard(student.id)).toBeNull();
});
