import '#tests/database/own-database.ts';
import { createClass } from '#tests/database/people.ts';
import { createGeneration } from '#tests/fixtures/classroom.ts';
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { db } from '#app/platform/db.server.ts';
import { closeExercise } from './close-exercise.server.ts';
import { createExercise } from './create-exercise.server.ts';
import { dealPair } from './deal-pair.server.ts';
import { exerciseFormSchema } from './exercise-form.ts';
import { findExercise } from './find-exercise.server.ts';
import { findFavourites } from './find-favourites.server.ts';
import { findJudgedPair } from './find-judged-pair.server.ts';
import { judgePair } from './judge-pair.server.ts';

let room: Awaited<ReturnType<typeof createClass>>;
let pictures: { id: string; userId: string }[];
let exerciseId: string;

beforeAll(async () => {
  room = await createClass({ students: 6 });
  pictures = [];
  for (const { id } of room.students) pictures.push(await addPicture(id), await addPicture(id));
  const made = await createExercise({ ...teacher(), form: form() });
  exerciseId = made.id;
});

it('deals every picture about equally, no own ones, and the same open pair until it is judged', async () => {
  for (let turn = 0; turn < 5; turn++)
    for (const { id: userId } of room.students) {
      const dealt = await dealPair({ userId, exerciseId });
      const again = await dealPair({ userId, exerciseId });
      expect(again!.pair!.id).toBe(dealt!.pair!.id);
      expect(JSON.stringify(dealt)).not.toContain('student ');
      const { left, right, id: judgementId } = dealt!.pair!;
      for (const { id } of [left, right])
        expect(pictures.find((picture) => picture.id === id)!.userId).not.toBe(userId);
      // The picture made first is always chosen.
      const places = [left, right].map(({ id }) => pictures.findIndex((each) => each.id === id));
      const verdict = places[0]! < places[1]! ? 'left' : 'right';
      const vote = { intent: 'judge' as const, judgementId, verdict } as const;
      await judgePair({ userId, exerciseId, form: vote });
      await expect(judgePair({ userId, exerciseId, form: vote })).rejects.toThrow('already');
    }
  const page = await dealPair({ userId: room.students[0]!.id, exerciseId });
  expect(page).toMatchObject({ done: 5, pair: null });
  const { ranked, judges, setSizes } = (await findExercise({ ...teacher(), exerciseId }))!;
  expect(judges).toBe(6);
  expect(setSizes).toEqual([12]);
  const judged = ranked.map((each) => each.judged);
  expect(judged.reduce((sum, each) => sum + each)).toBe(60);
  expect(Math.max(...judged) - Math.min(...judged)).toBeLessThanOrEqual(2);
  expect(ranked.slice(0, 4).map(({ id }) => id)).toContain(pictures[0]!.id);
  for (const { low, chance, high } of ranked) expect(low <= chance && chance <= high).toBe(true);
});

it('shows students the favourites alone, and only once it is closed', async () => {
  const userId = room.students[0]!.id;
  expect(await findFavourites({ userId, exerciseId })).toEqual([]);
  await closeExercise({ ...teacher(), exerciseId, isClosed: true });
  const favourites = await findFavourites({ userId, exerciseId });
  const { ranked } = (await findExercise({ ...teacher(), exerciseId }))!;
  const best = ranked.slice(0, 3).map(({ id }) => id);
  expect(favourites.map(({ id }) => id).sort()).toEqual(best.sort());
  await closeExercise({ ...teacher(), exerciseId, isClosed: false });
});

it('takes a pair back when one of its pictures is hidden', async () => {
  const { id } = await createExercise({ ...teacher(), form: form() });
  const userId = room.students[2]!.id;
  const before = await dealPair({ userId, exerciseId: id });
  await db.picture.update({ where: { id: before!.pair!.left.id }, data: { state: 'held' } });
  const after = await dealPair({ userId, exerciseId: id });
  expect([after!.pair!.left.id, after!.pair!.right.id]).not.toContain(before!.pair!.left.id);
  await db.picture.update({ where: { id: before!.pair!.left.id }, data: { state: 'approved' } });
});

it('tells names and prompts after the vote, keeps a reason, and refuses bad words in it', async () => {
  const { id } = await createExercise({ ...teacher(), form: { ...form(), asksWhy: true } });
  const userId = room.students[3]!.id;
  const { pair } = (await dealPair({ userId, exerciseId: id }))!;
  const own = { userId, exerciseId: id };
  const judgementId = pair!.id;
  expect(await findJudgedPair({ ...own, judgementId })).toBeNull();
  await judgePair({ ...own, form: { intent: 'judge', judgementId, verdict: 'tie' } });
  const explain = (reason: string) =>
    judgePair({ ...own, form: { intent: 'explain', judgementId, reason } });
  await explain('The light is warmer.');
  await expect(explain('this is shit')).rejects.toMatchObject({ field: 'reason' });
  const judged = await findJudgedPair({ ...own, judgementId });
  expect(judged).toMatchObject({ verdict: 'tie', reason: 'The light is warmer.' });
  expect(judged!.left).toMatchObject({
    prompt: 'a fox',
    madeBy: expect.stringContaining('student'),
  });
});

it('does not exist for other classes, nor take their pictures or pairs', async () => {
  const other = await createClass({ students: 1 });
  const stranger = other.students[0]!.id;
  expect(await dealPair({ userId: stranger, exerciseId })).toBeNull();
  expect(await dealPair({ userId: room.teacher.id, exerciseId })).toBeNull();
  const strange = { teacherId: other.teacher.id, classId: other.id };
  expect(await findExercise({ ...strange, exerciseId })).toBeNull();
  await expect(closeExercise({ ...strange, exerciseId, isClosed: true })).rejects.toBeInstanceOf(
    Response,
  );
  await expect(createExercise({ ...strange, form: form() })).rejects.toMatchObject({
    field: 'pictures',
  });
  const judgement = await db.judgement.findFirstOrThrow({ where: { exerciseId } });
  const vote = { intent: 'judge' as const, judgementId: judgement.id, verdict: 'tie' as const };
  await expect(judgePair({ userId: stranger, exerciseId, form: vote })).rejects.toBeInstanceOf(
    Response,
  );
});

function teacher() {
  return { teacherId: room.teacher.id, classId: room.id };
}

function form() {
  return exerciseFormSchema.parse({
    question: 'Which one is warmer?',
    pictures: pictures.map(({ id }) => id),
  });
}

async function addPicture(userId: string) {
  const { pictures: made } = await createGeneration({
    classId: room.id,
    userId,
    prompt: 'a fox',
    shelf: 'own',
    picture: { state: 'approved', sha256: randomUUID() },
  });
  return { id: made[0]!.id, userId };
}
