import '#tests/database/own-database.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SignedInUser } from '#app/features/accounts/require-user.server.ts';
import { findAssignmentChoices } from '#app/features/assignments/find-assignment-choices.server.ts';
import { answerStep } from '#app/features/lessons/answer-step.server.ts';
import { findLessonPage } from '#app/features/lessons/find-lesson-page.server.ts';
import { listLessons } from '#app/features/lessons/list-lessons.server.ts';
import { submitStep } from '#app/features/lessons/submit-step.server.ts';
import { db } from '#app/platform/db.server.ts';
import { createClassroom } from '#tests/fixtures/classroom.ts';
import { changeCopy } from './change-copy.server.ts';
import { copyFormSchema } from './copy-form.ts';
import { copySlug } from './copy-slug.ts';
import { createCopy } from './create-copy.server.ts';
import { findCopyPage } from './find-copy-page.server.ts';

let room: Awaited<ReturnType<typeof createClassroom>>;
let copyId: string;

const signedIn = (user: { id: string; role: string }) => user as SignedInUser;

beforeEach(async () => {
  room = await createClassroom();
  ({ id: copyId } = await createCopy({ teacherId: room.teacher.id, slug: 'be-specific' }));
});

const page = (stepId?: string) => findCopyPage({ teacherId: room.teacher.id, copyId, stepId });

async function change(fields: Record<string, string>, teacherId = room.teacher.id) {
  const { draftRevision } = await db.lessonCopy.findUniqueOrThrow({ where: { id: copyId } });
  const form = copyFormSchema.parse({ draftRevision: String(draftRevision), ...fields });
  return changeCopy({ teacherId, copyId, form });
}

/** Publishes the draft with this done to its text. */
async function publish(edit: (text: string) => string = (text) => text) {
  await change({ intent: 'publish', text: edit((await page()).draft) });
}

const give = () => change({ intent: 'give', classId: room.school.id });

const read = (step: string, user = room.student) =>
  submitStep({
    user,
    classId: room.school.id,
    slug: copySlug(copyId),
    form: { intent: 'read', step },
  });

describe('a draft', () => {
  it('begins as the shipped text, without mistakes, and shows each of its steps', async () => {
    const first = await page();
    expect(first).toMatchObject({ mistakes: [], version: null, draftRevision: 0 });
    expect(first.preview?.step?.title).toBe('From words to a picture');
    expect(first.preview?.teacher?.about.length).toBeGreaterThan(0);
    expect((await page('look-closely')).preview?.step?.id).toBe('look-closely');
  });

  it('is kept with its mistakes, which are named with their line', async () => {
    const { draft } = await page();
    const text = `${draft}\n## More\n\n:::quiz\nWhat?\n:::\n`.replaceAll('\n', '\r\n');
    await change({ intent: 'save', text });
    const { mistakes, preview, draft: kept, draftRevision } = await page();
    expect(preview).toBeNull();
    expect(draftRevision).toBe(1);
    const line = kept.split('\n').indexOf(':::quiz') + 1;
    expect(mistakes).toEqual([{ line, message: expect.stringContaining('quiz') }]);
    await expect(change({ intent: 'publish', text })).rejects.toMatchObject({
      message: expect.stringContaining(`line ${line}`),
    });
    expect(await db.lessonVersion.count({ where: { copyId } })).toBe(0);
  });

  it('shows pictures of its lesson alone, with the settings that they were drawn from', async () => {
    const { draft } = await page();
    const [, file] = /^ {2}([a-z0-9-]+\.png):/m.exec(draft)!;
    await change({ intent: 'save', text: draft.replace(/steps: \d+|seed: \d+/, 'seed: 77') });
    expect((await page()).mistakes[0]?.message).toMatch(/was drawn from other settings/);
    await change({ intent: 'save', text: draft.replaceAll(file!, 'another.png') });
    expect((await page()).mistakes).toContainEqual({
      line: draft.split('\n').findIndex((each) => each.startsWith(`  ${file}:`)) + 1,
      message: 'There is no picture another.png in the lesson that this was copied from.',
    });
  });

  it('is not overwritten by another window, nor by another teacher', async () => {
    const { draft } = await page();
    await change({ intent: 'save', text: `${draft}\n` });
    await expect(change({ intent: 'save', text: 'old', draftRevision: '0' })).rejects.toMatchObject(
      { status: 409 },
    );
    await expect(
      change({ intent: 'save', text: 'mine now' }, room.student.id),
    ).rejects.toMatchObject({ status: 404 });
    expect((await page()).draft).toBe(`${draft}\n`);
    expect(
      copyFormSchema.safeParse({ intent: 'save', draftRevision: 0, text: 'x'.repeat(60_001) })
        .success,
    ).toBe(false);
  });
});

describe('a lesson that a class has', () => {
  it('is in the list, in the choices of an assignment, and takes answers as shipped ones do', async () => {
    await expect(give()).rejects.toMatchObject({ message: expect.stringMatching(/Publish/) });
    await publish((text) => text.replace(/^title: .*$/m, 'title: Ours'));
    await give();
    const [listed] = await listLessons({ userId: room.student.id });
    expect(listed).toMatchObject({ slug: copySlug(copyId), title: 'Ours', isCopy: true });
    const { lessons } = await findAssignmentChoices({
      teacherId: room.teacher.id,
      classId: room.school.id,
    });
    expect(lessons).toContainEqual({ value: copySlug(copyId), label: 'Ours' });
    expect(await read('from-words-to-a-picture')).toEqual({ nextStepId: 'look-closely' });
    await expect(read('secret')).rejects.toMatchObject({ fault: 'out-of-order' });
    await expect(read('from-words-to-a-picture', room.leaver)).rejects.toMatchObject({
      status: 404,
    });
    // Notes and answers stay with the teacher.
    const forStudent = await findLessonPage({
      user: signedIn(room.student),
      slug: copySlug(copyId),
    });
    expect(forStudent.teacher).toBeNull();
    await change({ intent: 'take', classId: room.school.id });
    await expect(read('look-closely')).rejects.toMatchObject({ status: 404 });
  });

  it('stays as it was for who began it, until they choose the new version', async () => {
    await publish();
    await give();
    await read('from-words-to-a-picture');
    await publish((text) =>
      text.replace('## Look closely', '## A new step\n\nNew words.\n\n## Look closely'),
    );
    expect(await page()).toMatchObject({ version: 2, isChanged: false });
    const open = (user: typeof room.student) =>
      findLessonPage({ user: signedIn(user), slug: copySlug(copyId) });
    const begun = await open(room.student);
    expect(begun.hasNewerVersion).toBe(true);
    expect(begun.step?.id).toBe('look-closely');
    // Whoever begins now begins with the new one.
    const fresh = await open(room.classmate);
    expect(fresh.hasNewerVersion).toBe(false);
    expect(fresh.trail.map(({ id }) => id)).toContain('a-new-step');
    await expect(read('a-new-step')).rejects.toMatchObject({ status: 404 });
    // A further answer does not move them on.
    await read('look-closely');
    expect((await open(room.student)).hasNewerVersion).toBe(true);

    await answerStep({
      user: signedIn(room.student),
      slug: copySlug(copyId),
      form: { intent: 'follow' },
    });
    const moved = await open(room.student);
    expect(moved.hasNewerVersion).toBe(false);
    expect(moved.step?.id).toBe('a-new-step');
    expect((await listLessons({ userId: room.student.id }))[0]?.stepsDone).toBe(1);
    await read('a-new-step');
    // What was done in the old version is done.
    expect((await open(room.student)).step?.id).toBe('gaps');
  });

  it('is no other class’s, and is not removed while a class has it', async () => {
    await publish();
    await give();
    const other = await createClassroom();
    const slug = copySlug(copyId);
    for (const user of [other.student, other.teacher, room.leaver])
      await expect(findLessonPage({ user: signedIn(user), slug })).rejects.toMatchObject({
        status: 404,
      });
    await expect(change({ intent: 'give', classId: other.school.id })).rejects.toMatchObject({
      status: 404,
    });
    await expect(change({ intent: 'remove' })).rejects.toMatchObject({ status: 409 });
    await expect(publish()).rejects.toMatchObject({
      message: 'Nothing has changed since version 1.',
    });
    await change({ intent: 'take', classId: room.school.id });
    await change({ intent: 'remove' });
    await expect(page()).rejects.toMatchObject({ status: 404 });
  });
});
