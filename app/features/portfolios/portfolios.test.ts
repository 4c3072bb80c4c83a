import '#tests/database/own-database.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { findOwnAssignment } from '#app/features/assignments/find-own-assignment.server.ts';
import { removePicture } from '#app/features/pictures/remove-picture.server.ts';
import { db } from '#app/platform/db.server.ts';
import { createAssignmentWithRubric } from '#tests/fixtures/assignment.ts';
import { createClassroom, createGeneration } from '#tests/fixtures/classroom.ts';
import { addToPortfolio } from './add-to-portfolio.server.ts';
import { changePortfolio } from './change-portfolio.server.ts';
import { findPortfolio } from './find-portfolio.server.ts';
import { listPortfolios } from './list-portfolios.server.ts';
import type { PortfolioDraft } from './portfolio-form.ts';
import { readPortfolio } from './read-portfolio.server.ts';

let room: Awaited<ReturnType<typeof createClassroom>>;
let userId: string;

beforeEach(async () => {
  room = await createClassroom();
  userId = room.student.id;
});

async function makePicture(options: Partial<Parameters<typeof createGeneration>[0]> = {}) {
  const { pictures } = await createGeneration({
    classId: room.school.id,
    userId,
    picture: { state: 'approved' },
    ...options,
  });
  return pictures[0]!.id;
}

function draft(ids: string[], over: Partial<PortfolioDraft> = {}): PortfolioDraft {
  return {
    title: 'Red things',
    introduction: '',
    items: ids.map((pictureId) => ({ pictureId, caption: 'my best', showsProcess: false })),
    draftRevision: 0,
    ...over,
  };
}

const save = (work: PortfolioDraft) =>
  changePortfolio({ userId, form: { intent: 'save', ...work } });
const handIn = (work: PortfolioDraft) =>
  changePortfolio({ userId, form: { intent: 'hand-in', ...work } });
const mine = async () => (await findPortfolio({ userId }))!;

describe('a portfolio', () => {
  it('keeps pictures in the student’s order, with their words', async () => {
    const [a, b] = [await makePicture(), await makePicture()];
    await addToPortfolio({ userId, pictureId: a });
    await addToPortfolio({ userId, pictureId: b });
    await addToPortfolio({ userId, pictureId: a });
    expect((await mine()).items.map(({ pictureId }) => pictureId)).toEqual([a, b]);
    const { draftRevision } = await mine();
    await save(draft([b, a], { draftRevision }));
    expect(await mine()).toMatchObject({
      title: 'Red things',
      items: [{ pictureId: b, caption: 'my best' }, { pictureId: a }],
    });
  });

  it('takes no picture that is not the student’s own and approved', async () => {
    const foreign = await makePicture({ userId: room.classmate.id });
    const held = await makePicture({ picture: { state: 'held' } });
    const other = await createClassroom();
    const elsewhere = await makePicture({ classId: other.school.id });
    for (const pictureId of [foreign, held, elsewhere]) {
      await expect(addToPortfolio({ userId, pictureId })).rejects.toMatchObject({ status: 404 });
      await expect(save(draft([pictureId]))).rejects.toMatchObject({ status: 404 });
    }
  });

  it('keeps what it had where words are refused, and all else is saved', async () => {
    const id = await makePicture();
    await save(draft([id]));
    const item = { pictureId: id, caption: 'what the fuck', showsProcess: true };
    const saved = await save(draft([id], { title: 'Blue', items: [item], draftRevision: 1 }));
    expect(Object.keys(saved!.refused)).toEqual([`caption-${id}`]);
    expect(await mine()).toMatchObject({
      title: 'Blue',
      items: [{ caption: 'my best', showsProcess: true }],
    });
    const refused = handIn(draft([id], { items: [item], draftRevision: 2 }));
    await expect(refused).rejects.toThrow(/Say it another way/);
    expect((await mine()).draftRevision).toBe(2);
  });

  it('is not overwritten by an older window', async () => {
    const id = await makePicture();
    await save(draft([id]));
    await expect(save(draft([]))).rejects.toMatchObject({ status: 409 });
    expect((await mine()).items).toHaveLength(1);
  });

  it('is read by its student, and by teachers of the class as it was handed in', async () => {
    const id = await makePicture();
    await save(draft([id]));
    const portfolioId = (await mine()).id!;
    const read = (viewerId: string) => readPortfolio({ viewerId, portfolioId });
    const scope = { teacherId: room.teacher.id, classId: room.school.id };
    await expect(read(room.teacher.id)).rejects.toMatchObject({ status: 404 });
    expect(await listPortfolios(scope)).toEqual([]);
    await handIn(draft([id], { draftRevision: 1 }));
    await save(draft([id], { title: 'Later', draftRevision: 2 }));
    expect(await read(room.teacher.id)).toMatchObject({ title: 'Red things', isOwn: false });
    expect(await read(userId)).toMatchObject({ title: 'Later', isOwn: true });
    expect(await listPortfolios(scope)).toMatchObject([{ title: 'Red things', pictures: 1 }]);
    const other = await createClassroom();
    for (const stranger of [room.classmate, other.teacher])
      await expect(read(stranger.id)).rejects.toMatchObject({ status: 404 });
    expect(await listPortfolios({ ...scope, teacherId: other.teacher.id })).toEqual([]);
  });

  it('shows no picture that was removed, and how a picture came about where asked', async () => {
    const first = await createGeneration({ classId: room.school.id, userId, prompt: 'a cat' });
    const id = await makePicture({ prompt: 'a red cat', parentId: first.id });
    const gone = await makePicture();
    const items = [
      { pictureId: gone, caption: '', showsProcess: false },
      { pictureId: id, caption: '', showsProcess: true },
    ];
    await handIn(draft([], { items }));
    await removePicture({ userId, pictureId: gone });
    const portfolioId = (await mine()).id!;
    const read = await readPortfolio({ viewerId: room.teacher.id, portfolioId });
    expect(read.items.map(({ picture }) => picture.isShown)).toEqual([false, true]);
    expect(read.items[1]!.process.map(({ prompt }) => prompt)).toEqual(['a cat', 'a red cat']);
    expect(read.items[0]!.process).toEqual([]);
  });

  it('becomes the draft of an assignment, to be turned in there', async () => {
    const [a, b] = [await makePicture(), await makePicture()];
    const { assignmentId } = await createAssignmentWithRubric({
      teacherId: room.teacher.id,
      classId: room.school.id,
    });
    const work = draft([b, a], { introduction: 'All red.' });
    await changePortfolio({ userId, form: { intent: 'copy', ...work, assignmentId } });
    const { work: made } = await findOwnAssignment({ userId, assignmentId });
    expect(made.pictures.map(({ id }) => id)).toEqual([b, a]);
    expect(made.text).toBe('Red things\n\nAll red.\n\n1. my best\n\n2. my best');
    expect(made.state).toBe('draft');
    const other = await createClassroom();
    const foreign = await createAssignmentWithRubric({
      teacherId: other.teacher.id,
      classId: other.school.id,
    });
    const again = { ...work, draftRevision: 1, assignmentId: foreign.assignmentId };
    await expect(
      changePortfolio({ userId, form: { intent: 'copy', ...again } }),
    ).rejects.toMatchObject({ status: 404 });
    expect(await db.submission.count({ where: { assignmentId: foreign.assignmentId } })).toBe(0);
  });
});
