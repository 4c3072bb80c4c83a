import '#tests/database/own-database.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '#app/platform/db.server.ts';
import type { GalleryShelf } from '#prisma/generated/enums.ts';
import { createClassroom, createGeneration } from '#tests/fixtures/classroom.ts';
import { answerRound } from './answer-round.server.ts';
import { findGamePage } from './find-game-page.server.ts';
import type { Game } from './game.ts';

let room: Awaited<ReturnType<typeof createClassroom>>;

beforeEach(async () => {
  room = await createClassroom();
});

/** A picture of the class's wall, or of another shelf; its generation's id and its own. */
async function hang(prompt: string, shelf: GalleryShelf = 'class') {
  const { id, pictures } = await createGeneration({
    classId: room.school.id,
    userId: room.classmate.id,
    prompt,
    shelf,
    picture: { state: 'approved' },
  });
  return { id, pictureId: pictures[0]!.id };
}

const page = (game: Game, round: string | null = null) =>
  findGamePage({ userId: room.student.id, game, classId: null, round });

const guess = (game: Game, round: string, choice: string) =>
  answerRound({ userId: room.student.id, game, classId: null, round, choice });

describe('guess the prompt', () => {
  it('says what is missing, and does not count what the class may not see', async () => {
    for (const prompt of ['a tree', 'A  tree', 'a house', 'a cat']) await hang(prompt);
    await hang('a secret thing', 'own');
    const held = await hang('a dog');
    await db.picture.update({ where: { id: held.pictureId }, data: { state: 'held' } });
    expect(await page('prompt')).toMatchObject({
      prompts: { has: 3, needs: 4 },
      next: null,
      round: null,
    });
  });

  it('hides the prompt among the three that are nearest, the same on each look', async () => {
    const made = await hang('a red house, in the snow');
    for (const prompt of ['a red car, in the snow', 'a blue house, in the snow', 'a red house'])
      await hang(prompt);
    await hang('something else entirely');
    const first = await page('prompt', made.pictureId);
    expect(first.round).toEqual((await page('prompt', made.pictureId)).round);
    const prompts = first.round?.kind === 'prompt' ? first.round.options : [];
    expect(prompts.map(({ prompt }) => prompt).sort()).toEqual([
      'a blue house, in the snow',
      'a red car, in the snow',
      'a red house',
      'a red house, in the snow',
    ]);
    // Nobody is named, in the page or in the answer.
    const answer = await guess('prompt', made.pictureId, made.id);
    for (const { displayName } of [room.classmate, room.student])
      expect(JSON.stringify([first, answer])).not.toContain(displayName);
    expect(answer).toMatchObject({ isRight: true, rightId: made.id, differing: [] });
  });

  it('explains a wrong guess by the words that differ, and keeps nothing of it', async () => {
    const made = await hang('a red house, in the snow');
    const wrong = await hang('a blue house, in the snow');
    for (const prompt of ['a car', 'a tree']) await hang(prompt);
    const rows = async () => Promise.all([db.judgement.count(), db.auditEntry.count()]);
    const before = await rows();
    const answer = await guess('prompt', made.pictureId, wrong.id);
    expect(answer).toMatchObject({ isRight: false, differing: ['prompt'] });
    const marked = (tokens: typeof answer.rightTokens) =>
      tokens.filter(({ isShared }) => !isShared).map(({ text }) => text.trim());
    expect(marked(answer.chosenTokens)).toEqual(['blue']);
    expect(marked(answer.rightTokens)).toEqual(['red']);
    expect(await rows()).toEqual(before);
    await db.picture.update({ where: { id: made.pictureId }, data: { state: 'removed' } });
    await expect(guess('prompt', made.pictureId, made.id)).rejects.toMatchObject({ status: 410 });
  });
});

describe('guess the weight', () => {
  it('needs one prompt in two weights on one seed', async () => {
    await hang('a cat, on a beach');
    await hang('a cat, in a forest:0.5');
    const other = await hang('a cat:0.5, on a beach');
    await db.generation.update({ where: { id: other.id }, data: { seed: 1n } });
    expect(await page('weight')).toMatchObject({ count: 0, next: null });
  });

  it('asks for the largest of up to three weights, and tells all of them afterwards', async () => {
    const made = new Map<number, { id: string; pictureId: string }>();
    for (const weight of [0.2, 0.6, 1.4, 1.8])
      made.set(weight, await hang(`a cat:${weight}, on a beach`));
    // Two weights differ: no fair test, and no round.
    await hang('a cat:0.9, on a beach:0.5');
    const { next } = await page('weight');
    const { round } = await page('weight', next);
    expect(round).toMatchObject({ kind: 'weight', phrase: 'a cat', weight: 1.8 });
    expect(round?.options).toHaveLength(3);
    expect(JSON.stringify(round?.options)).not.toContain('0.6');
    const answer = await guess('weight', next!, made.get(0.2)!.id);
    expect(answer).toMatchObject({
      isRight: false,
      rightId: made.get(1.8)!.id,
      differing: ['weights'],
    });
    expect(answer.options.map(({ weight }) => weight).sort()).toEqual([0.2, 0.6, 1.8]);
    expect((await guess('weight', next!, made.get(1.8)!.id)).isRight).toBe(true);
  });
});

it('is played by members of the class alone', async () => {
  await hang('a tree');
  const foreign = await createClassroom();
  await expect(
    findGamePage({
      userId: foreign.student.id,
      game: 'prompt',
      classId: room.school.id,
      round: null,
    }),
  ).rejects.toMatchObject({ status: 404 });
  const left = await findGamePage({
    userId: room.leaver.id,
    game: 'prompt',
    classId: null,
    round: null,
  });
  expect(left.className).toBeNull();
});
