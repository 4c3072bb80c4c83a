import '#tests/database/own-database.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '#app/platform/db.server.ts';
import { pictureQueue } from '#app/platform/queue.server.ts';
import { createClassroom, createGeneration } from '#tests/fixtures/classroom.ts';
import type { GenerationState, PictureState } from '#prisma/generated/enums.ts';
import { askForReview } from './ask-for-review.server.ts';
import { decideVerdict } from './decide-verdict.server.ts';
import { decisionFormSchema } from './decision-form.ts';
import { flagPicture } from './flag-picture.server.ts';
import { isApprovedByPerson } from './is-approved-by-person.server.ts';
import { countModeration, listModeration } from './list-moderation.server.ts';
import type { Decision } from './decision-form.ts';

type Classroom = Awaited<ReturnType<typeof createClassroom>>;
let room: Classroom;

beforeEach(async () => {
  room = await createClassroom();
});

async function make(state: GenerationState, picture?: PictureState) {
  const made = await createGeneration({
    classId: room.school.id,
    userId: room.student.id,
    state,
    ...(picture && { picture: { state: picture } }),
  });
  const decision = { held: 'hold', blocked: 'block' }[state as string] ?? 'pass';
  await db.verdict.create({
    data: { generationId: made.id, attempt: 1, gate: 'words', decision, reason: '', scores: {} },
  });
  return { id: made.id, pictureId: made.pictures[0]?.id ?? '' };
}

function decide(generationId: string, decision: Decision, by: Classroom = room, reason = 'why') {
  const form = { generationId, decision, reason };
  return decideVerdict({ teacherId: by.teacher.id, classId: by.school.id, form });
}

function read(id: string) {
  return db.generation.findUniqueOrThrow({
    where: { id },
    include: { pictures: { include: { flags: true } }, verdicts: true },
  });
}

const waiting = () => countModeration({ classId: room.school.id });

describe('a teacher’s decision', () => {
  it.each([
    ['held', 'held', 'approve', 'finished', 'approved'],
    ['held', 'held', 'keep-held', 'held', 'held'],
    ['held', 'held', 'remove', 'blocked', 'removed'],
    ['finished', 'approved', 'keep-held', 'held', 'held'],
    ['finished', 'approved', 'remove', 'blocked', 'removed'],
  ] as const)('on %s/%s: %s makes it %s/%s', async (state, picture, decision, after, shown) => {
    const { id } = await make(state, picture);
    await decide(id, decision);
    const row = await read(id);
    expect(row.state).toBe(after);
    expect(row.pictures[0]?.state).toBe(shown);
    expect(row.verdicts.at(-1)).toMatchObject({
      gate: 'person',
      decision,
      reason: 'why',
      reviewerId: room.teacher.id,
    });
    expect(await db.auditEntry.findFirst({ where: { subject: id } })).toMatchObject({
      action: `verdict.${decision}`,
      actorId: room.teacher.id,
      classId: room.school.id,
    });
    expect(await waiting()).toBe(0);
  });

  it('is no other teacher’s, no student’s, and not by way of another class', async () => {
    const { id } = await make('held', 'held');
    const other = await createClassroom();
    const form = { generationId: id, decision: 'approve', reason: '' } as const;
    const classId = room.school.id;
    const attempts = [
      { teacherId: other.teacher.id, classId, form },
      { teacherId: other.teacher.id, classId: other.school.id, form },
      { teacherId: room.student.id, classId, form },
    ];
    for (const each of attempts)
      await expect(decideVerdict(each)).rejects.toMatchObject({ status: 404 });
    expect((await read(id)).pictures[0]?.state).toBe('held');
  });

  it('lets a blocked prompt back into the queue, with a person’s word for it', async () => {
    const { id } = await make('blocked');
    expect(await isApprovedByPerson(id)).toBe(false);
    await decide(id, 'approve');
    expect((await read(id)).state).toBe('waiting');
    expect(await isApprovedByPerson(id)).toBe(true);
    expect(await pictureQueue().getJob(id)).toBeTruthy();
  });

  it('can’t bring back what was removed, nor decide what is still being made', async () => {
    const removed = await make('finished', 'removed');
    await expect(decide(removed.id, 'approve')).rejects.toMatchObject({ status: 409 });
    const running = await make('running');
    await expect(decide(running.id, 'approve')).rejects.toMatchObject({ status: 409 });
    expect((await read(running.id)).state).toBe('running');
  });

  it('of two teachers at once keeps both words, and the picture follows the last', async () => {
    const { id } = await make('held', 'held');
    await Promise.all([decide(id, 'approve'), decide(id, 'keep-held')]);
    const row = await read(id);
    const decisions = row.verdicts.filter(({ gate }) => gate === 'person');
    expect(decisions).toHaveLength(2);

    expect(['finished', 'held']).toContain(row.state);
    expect(row.pictures[0]?.state).toBe(row.state === 'held' ? 'held' : 'approved');
    expect(decisions.map(({ decision }) => decision).sort()).toEqual(['approve', 'keep-held']);
  });

  it('to remove needs a reason', () => {
    const form = { generationId: crypto.randomUUID(), decision: 'remove', reason: ' ' };
    expect(decisionFormSchema.safeParse(form).success).toBe(false);
    expect(decisionFormSchema.safeParse({ ...form, decision: 'approve' }).success).toBe(true);
  });
});

describe('a flag', () => {
  it('hides the picture until a teacher looks, and waits for them', async () => {
    const { id, pictureId } = await make('finished', 'approved');
    await flagPicture({ user: room.classmate, pictureId, reason: 'not nice' });
    expect(await read(id)).toMatchObject({ state: 'held', pictures: [{ state: 'held' }] });
    expect(await waiting()).toBe(1);
    await decide(id, 'approve');
    const row = await read(id);
    expect(row.pictures[0]).toMatchObject({ state: 'approved' });
    expect(row.pictures[0]?.flags[0]?.resolvedAt).not.toBeNull();
    expect(await waiting()).toBe(0);
  });

  it('after a teacher’s approval hides nothing, but waits for them again', async () => {
    const { id, pictureId } = await make('finished', 'approved');
    await flagPicture({ user: room.classmate, pictureId, reason: '' });
    await decide(id, 'approve');
    await flagPicture({ user: room.student, pictureId, reason: '' });
    expect((await read(id)).pictures[0]?.state).toBe('approved');
    expect(await waiting()).toBe(1);
  });

  it('twice by one person is one flag', async () => {
    const { id, pictureId } = await make('finished', 'approved');
    await flagPicture({ user: room.classmate, pictureId, reason: '' });
    await decide(id, 'approve');
    await flagPicture({ user: room.classmate, pictureId, reason: '' });
    expect(await db.flag.count({ where: { pictureId } })).toBe(1);
  });

  it('is only for members of the class, on a picture that they can see', async () => {
    const { pictureId } = await make('finished', 'approved');
    const held = await make('held', 'held');
    const other = await createClassroom();
    for (const user of [other.student, other.teacher, room.leaver])
      await expect(flagPicture({ user, pictureId, reason: '' })).rejects.toMatchObject({
        status: 404,
      });
    const unseen = flagPicture({ user: room.classmate, pictureId: held.pictureId, reason: '' });
    await expect(unseen).rejects.toMatchObject({ status: 404 });
    expect(
      await db.flag.count({ where: { picture: { generation: { classId: room.school.id } } } }),
    ).toBe(0);
  });
});

describe('asking for a review', () => {
  it('puts a refusal before the teacher, once', async () => {
    const { id } = await make('blocked');
    expect(await waiting()).toBe(0);
    await askForReview({ user: room.student, generationId: id });
    await askForReview({ user: room.student, generationId: id });
    expect(await waiting()).toBe(1);
    expect(await db.auditEntry.count({ where: { subject: id } })).toBe(1);
    await decide(id, 'keep-held');
    expect((await read(id)).state).toBe('blocked');
    expect(await waiting()).toBe(0);
    const again = askForReview({ user: room.student, generationId: id });
    await expect(again).rejects.toMatchObject({ status: 409 });
  });

  it('is for one’s own refusals alone', async () => {
    const { id } = await make('blocked');
    const foreign = askForReview({ user: room.classmate, generationId: id });
    await expect(foreign).rejects.toMatchObject({ status: 404 });
    const finished = await make('finished', 'approved');
    const needless = askForReview({ user: room.student, generationId: finished.id });
    await expect(needless).rejects.toMatchObject({ status: 409 });
  });
});

describe('the list of a class', () => {
  const list = (by: Classroom, state: 'all' | 'needs-a-look' | 'held' | 'blocked', take = 24) =>
    listModeration({
      teacherId: by.teacher.id,
      classId: room.school.id,
      filter: { state, student: undefined },
      take,
    });

  it('holds everything for its teacher and nothing for another', async () => {
    await make('held', 'held');
    await make('blocked');
    await make('finished', 'approved');
    expect((await list(room, 'all')).work).toHaveLength(3);
    expect((await list(room, 'held')).work).toHaveLength(1);
    expect((await list(room, 'blocked')).work).toHaveLength(1);
    expect((await list(room, 'needs-a-look')).work).toHaveLength(1);
    expect((await list(await createClassroom(), 'all')).work).toHaveLength(0);
  });

  it('pages by key: none twice, none left out, though new ones arrive', async () => {
    const ids = [];
    for (let i = 0; i < 7; i++) ids.push((await make('finished', 'approved')).id);
    const seen: string[] = [];
    let after: { createdAt: Date; generationId: string } | undefined;
    for (;;) {
      const filter = { state: 'all', student: undefined } as const;
      const options = { teacherId: room.teacher.id, classId: room.school.id, filter, take: 3 };
      const { work, next } = await listModeration({ ...options, after });
      seen.push(...work.map(({ id }) => id));
      await make('finished', 'approved');
      const last = work.at(-1);
      if (!next || !last) break;
      after = { createdAt: last.createdAt, generationId: last.id };
    }
    expect(seen.toSorted()).toEqual(ids.toSorted());
  });
});
