import '#tests/database/own-database.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { removeStudent } from '#app/features/classes/remove-student.server.ts';
import { db } from '#app/platform/db.server.ts';
import {
  assignmentForm,
  createAssignmentWithRubric,
  HOUR_MS,
  inHours,
  turnInWork,
} from '#tests/fixtures/assignment.ts';
import { createClassroom, createGeneration } from '#tests/fixtures/classroom.ts';
import { createAssignment } from './create-assignment.server.ts';
import { editAssignment } from './edit-assignment.server.ts';
import { findOwnAssignment } from './find-own-assignment.server.ts';
import { grantExtension } from './grant-extension.server.ts';
import { listOwnAssignments } from './list-own-assignments.server.ts';
import { removeAssignment } from './remove-assignment.server.ts';
import { saveDraft } from './save-draft.server.ts';
import { takeBack } from './take-back.server.ts';
import { turnIn } from './turn-in.server.ts';

let room: Awaited<ReturnType<typeof createClassroom>>;
let mine: { teacherId: string; classId: string };
let userId: string;

beforeEach(async () => {
  room = await createClassroom();
  mine = { teacherId: room.teacher.id, classId: room.school.id };
  userId = room.student.id;
});

const noPictures = { pictures: [], draftRevision: 0 };
const ownState = async (assignmentId: string) =>
  (await findOwnAssignment({ userId, assignmentId })).work;

describe('an assignment', () => {
  it('is its students’ alone, and only once it is released', async () => {
    const { id } = await createAssignment({ ...mine, form: assignmentForm({ intent: 'keep' }) });
    const read = (reader: string) => findOwnAssignment({ userId: reader, assignmentId: id });
    await expect(read(userId)).rejects.toMatchObject({ status: 404 });
    const form = assignmentForm({ revision: 1 });
    await editAssignment({ ...mine, assignmentId: id, form });
    expect((await read(userId)).title).toBe('One change');
    const other = await createClassroom();
    for (const stranger of [room.leaver, other.student, room.teacher])
      await expect(read(stranger.id)).rejects.toMatchObject({ status: 404 });
    await removeStudent({ ...mine, studentId: userId, work: 'keep' });
    await expect(read(userId)).rejects.toMatchObject({ status: 404 });
    const save = saveDraft({ userId, assignmentId: id, draft: { text: 'x', ...noPictures } });
    await expect(save).rejects.toMatchObject({ status: 404 });
  });

  it('is for one group where it says so', async () => {
    const group = await db.group.create({
      data: {
        classId: mine.classId,
        name: 'Blue',
        members: { create: { userId: room.classmate.id } },
      },
    });
    await createAssignment({ ...mine, form: assignmentForm({ groupId: group.id }) });
    expect(await listOwnAssignments({ userId })).toEqual([]);
    expect(await listOwnAssignments({ userId: room.classmate.id })).toHaveLength(1);
    const other = await createClassroom();
    const foreign = createAssignment({
      teacherId: other.teacher.id,
      classId: other.school.id,
      form: assignmentForm({ groupId: group.id }),
    });
    await expect(foreign).rejects.toMatchObject({ status: 404 });
  });

  it('becomes a new version by an edit once students could read it, and keeps the old one', async () => {
    const { id: assignmentId } = await createAssignment({ ...mine, form: assignmentForm() });
    const edit = (over: Parameters<typeof assignmentForm>[0]) =>
      editAssignment({ ...mine, assignmentId, form: assignmentForm(over) });
    await edit({ revision: 1, dueAt: inHours(2) });
    await edit({ revision: 2, instructions: 'Change two things.', dueAt: inHours(2) });
    const versions = await db.assignmentVersion.findMany({ where: { assignmentId } });
    expect(versions.map(({ version, instructions }) => [version, instructions]).sort()).toEqual([
      [1, 'Change one thing.'],
      [2, 'Change two things.'],
    ]);
    await expect(edit({ revision: 2, title: 'Mine' })).rejects.toMatchObject({ status: 409 });
    const draft = { text: 'one two three', ...noPictures };
    const late = turnIn({ userId, assignmentId, version: 1, draft });
    await expect(late).rejects.toThrow('Your teacher has changed this assignment');
  });

  it('is removed only while nobody has turned anything in', async () => {
    const { assignmentId } = await createAssignmentWithRubric(mine);
    await turnInWork({ userId, assignmentId, classId: mine.classId });
    const remove = () => removeAssignment({ ...mine, assignmentId });
    await expect(remove()).rejects.toMatchObject({ status: 409 });
    const hide = editAssignment({
      ...mine,
      assignmentId,
      form: assignmentForm({ intent: 'keep', revision: 2 }),
    });
    await expect(hide).rejects.toMatchObject({ status: 409, field: 'intent' });
    await db.submission.deleteMany();
    await remove();
    expect(await db.assignment.count({ where: { id: assignmentId } })).toBe(0);
  });
});

describe('a student’s work', () => {
  it('goes from new to draft to turned in, is taken back and turned in again, each version kept', async () => {
    const { assignmentId } = await createAssignmentWithRubric(mine);
    expect((await ownState(assignmentId)).state).toBe('new');
    const draft = { text: 'I changed', ...noPictures };
    expect(await saveDraft({ userId, assignmentId, draft })).toEqual({ draftRevision: 1 });
    expect(await ownState(assignmentId)).toMatchObject({ state: 'draft', text: 'I changed' });
    await turnInWork({ userId, assignmentId, classId: mine.classId });
    expect(await ownState(assignmentId)).toMatchObject({ state: 'turnedIn', attempt: 1 });
    const closed = saveDraft({ userId, assignmentId, draft: { ...draft, draftRevision: 2 } });
    await expect(closed).rejects.toThrow('Take it back to change it');
    await takeBack({ userId, assignmentId, from: 'turnedIn' });
    expect((await ownState(assignmentId)).state).toBe('takenBack');
    await turnInWork({ userId, assignmentId, classId: mine.classId, text: 'A better reason.' });
    const { attempt, versions } = await ownState(assignmentId);
    expect(attempt).toBe(2);
    expect(versions.map(({ text }) => text)).toEqual(['A better reason.', 'I changed the colour.']);
  });

  it('is not overwritten by another window that saved less', async () => {
    const { assignmentId } = await createAssignmentWithRubric(mine);
    const save = (text: string) =>
      saveDraft({ userId, assignmentId, draft: { text, ...noPictures } });
    await save('first window');
    await expect(save('second window')).rejects.toMatchObject({ status: 409 });
    expect((await ownState(assignmentId)).text).toBe('first window');
  });

  it('is refused with what is missing, and the draft stays as it was', async () => {
    const { assignmentId } = await createAssignmentWithRubric(mine, { pictures: 2 });
    const { pictures } = await createGeneration({
      classId: mine.classId,
      userId,
      picture: { state: 'approved' },
    });
    const attached = pictures.map(({ id }) => id);
    const hand = (text: string, ids: string[]) =>
      turnIn({
        userId,
        assignmentId,
        version: 1,
        draft: { text, pictures: ids, draftRevision: 0 },
      });
    await expect(hand('one two three', attached)).rejects.toMatchObject({ field: 'pictures' });
    await db.assignment.update({ where: { id: assignmentId }, data: { pictures: 1 } });
    await expect(hand('one two', attached)).rejects.toThrow('at least 3 words. You have 2.');
    expect(await ownState(assignmentId)).toMatchObject({ state: 'new', text: '' });
  });

  it('holds own approved pictures of the class and no others', async () => {
    const { assignmentId } = await createAssignmentWithRubric(mine);
    const { classId } = mine;
    const [foreign, held] = await Promise.all([
      createGeneration({ classId, userId: room.classmate.id, picture: { state: 'approved' } }),
      createGeneration({ classId, userId, state: 'held', picture: { state: 'held' } }),
    ]);
    for (const { pictures } of [foreign, held]) {
      const draft = { text: '', pictures: [pictures[0]!.id], draftRevision: 0 };
      const save = saveDraft({ userId, assignmentId, draft });
      await expect(save).rejects.toMatchObject({ status: 404 });
    }
    expect((await ownState(assignmentId)).pictures).toEqual([]);
  });

  it('is late after the due date, in time by an extension, and refused after the cut-off', async () => {
    const { classId } = mine;
    const { assignmentId } = await createAssignmentWithRubric(mine, {
      opensAt: inHours(-10),
      dueAt: inHours(-4),
      cutoffAt: inHours(-1),
    });
    const work = { classId, assignmentId, userId };
    await expect(turnInWork(work)).rejects.toMatchObject({ status: 409 });
    await db.assignment.update({
      where: { id: assignmentId },
      data: { cutoffAt: new Date(Date.now() + HOUR_MS) },
    });
    expect((await turnInWork(work)).submission.isLate).toBe(true);
    const extend = (dueAt: string) =>
      grantExtension({ ...mine, assignmentId, form: { studentId: room.classmate.id, dueAt } });
    await expect(extend(inHours(-9))).rejects.toMatchObject({ field: 'dueAt' });
    await extend(inHours(3));
    const classmates = { ...work, userId: room.classmate.id };
    expect((await turnInWork(classmates)).submission.isLate).toBe(false);
    const stranger = grantExtension({
      ...mine,
      assignmentId,
      form: { studentId: room.leaver.id, dueAt: inHours(3) },
    });
    await expect(stranger).rejects.toMatchObject({ status: 404 });
  });

  it('comes with the whole way to its pictures', async () => {
    const { classId } = mine;
    const first = await createGeneration({ classId, userId, prompt: 'a house' });
    const second = await createGeneration({
      classId,
      userId,
      prompt: 'a red house',
      parentId: first.id,
      picture: { state: 'approved' },
    });
    const { assignmentId } = await createAssignmentWithRubric(mine);
    const draft = { text: '', pictures: [second.pictures[0]!.id], draftRevision: 0 };
    await saveDraft({ userId, assignmentId, draft });
    const { pictures } = await ownState(assignmentId);
    expect(pictures[0]!.process).toMatchObject([
      { prompt: 'a house', changed: [], isThis: false, pictureId: null },
      { prompt: 'a red house', changed: ['the prompt'], isThis: true },
    ]);
  });
});
