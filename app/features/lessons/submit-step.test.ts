import '#tests/database/own-database.ts';
import { beforeEach, expect, it } from 'vitest';
import { db } from '#app/platform/db.server.ts';
import {
  classroom,
  draw,
  enterClassroom,
  generationRow,
  refusal,
  slug,
  student,
  submit,
  walkToCompare,
  walkToSecret,
} from '#tests/fixtures/lesson-walk.ts';
import { findLessonPage } from './find-lesson-page.server.ts';
import { findNextLesson } from './find-next-lesson.server.ts';
import { requestStepPictures } from './request-step-pictures.server.ts';

const CLAIM = 'I never wrote anything about the sea and still the model drew it behind both houses';

beforeEach(enterClassroom);

it('takes honest work from the first step to the last', { timeout: 120_000 }, async () => {
  const [first, second] = (await walkToCompare()) as [string, string];
  await submit({ intent: 'compare', step: 'change', left: [first], right: [second] });
  await submit({ intent: 'explain', step: 'claim', claim: CLAIM, pictures: [first, second] });
  await submit({ intent: 'check', step: 'source', choice: 2 });
  await draw('modify', { prompt: 'a house, in a forest' });
  await submit({ intent: 'generate', step: 'modify' });
  await draw('make', { prompt: 'a cute, grey cat:0.7, on a beach' });
  await draw('make', { prompt: 'a grey cat, on a beach' });
  expect(await submit({ intent: 'generate', step: 'make' })).toEqual({ nextStepId: null });

  const progress = await db.lessonProgress.findFirstOrThrow({
    where: { userId: classroom.student.id },
    include: { evidence: true },
  });
  expect(progress.completedAt).not.toBeNull();
  expect(progress.evidence).toHaveLength(9);
  expect(progress.evidence.find(({ stepId }) => stepId === 'change')?.body).toMatchObject({
    changed: 'prompt',
    sharedSeeds: ['5'],
  });
});

it('refuses a picture before its prediction, and a prediction after its picture', async () => {
  await submit({ intent: 'read', step: 'from-words-to-a-picture' });
  await submit({ intent: 'read', step: 'look-closely' });
  const early = draw('secret', { prompt: 'a house' });
  expect(await refusal(early)).toEqual([
    'out-of-order',
    'Lock your prediction first, then make the picture.',
  ]);
  expect(await db.generation.count({ where: { userId: classroom.student.id } })).toBe(0);

  // A row that came to be on any other way is seen too.
  await db.generation.create({ data: generationRow({ stepId: 'secret' }) });
  const late = submit({ intent: 'predict', step: 'gaps', choice: 2, reason: 'I saw it already' });
  expect((await refusal(late))[0]).toBe('prediction-too-late');
});

it('refuses a comparison in which two things or nothing changed, or the seed too', async () => {
  const [first, second] = (await walkToCompare()) as [string, string];
  const compare = (right: string) =>
    refusal(submit({ intent: 'compare', step: 'change', left: [first], right: [right] }));
  await db.generation.update({ where: { id: second }, data: { steps: 5 } });
  expect(await compare(second)).toEqual([
    'two-fields-changed',
    'Not a fair test yet: the prompt and the steps changed. Choose two that differ in one thing only.',
  ]);
  await db.generation.update({ where: { id: second }, data: { steps: 20, seed: 6n } });
  expect((await compare(second))[0]).toBe('other-seeds');
  expect((await compare(first))[0]).toBe('nothing-changed');
  await db.generation.update({
    where: { id: second },
    data: { prompt: 'a house', seed: 5n, steps: 5 },
  });
  expect((await compare(second))[0]).toBe('wrong-field-changed');
  expect(
    await db.stepEvidence.count({
      where: { stepId: 'change', progress: { userId: classroom.student.id } },
    }),
  ).toBe(0);
});

it('refuses somebody else’s pictures, as sides and as evidence', async () => {
  const own = (await walkToCompare()) as [string, string];
  const theirs = (await walkToCompare(classroom.classmate)) as [string, string];
  const mixed = submit({ intent: 'compare', step: 'change', left: [own[0]], right: [theirs[1]] });
  expect((await refusal(mixed))[0]).toBe('not-your-picture');
  await submit({ intent: 'compare', step: 'change', left: [own[0]], right: [own[1]] });
  const pointed = submit({ intent: 'explain', step: 'claim', claim: CLAIM, pictures: theirs });
  expect((await refusal(pointed))[0]).toBe('not-your-picture');
});

it('refuses an empty claim, and one without the pictures that it needs', async () => {
  const [first, second] = (await walkToCompare()) as [string, string];
  await submit({ intent: 'compare', step: 'change', left: [first], right: [second] });
  const explain = (claim: string, pictures: string[]) =>
    refusal(submit({ intent: 'explain', step: 'claim', claim, pictures }));
  expect((await explain('', [first, second]))[0]).toBe('empty-claim');
  expect((await explain('so so so so so so so so so so so so', [first, second]))[0]).toBe(
    'empty-claim',
  );
  expect((await explain(CLAIM, [first]))[0]).toBe('too-few-pictures');
  expect((await explain(CLAIM, [first, first]))[0]).toBe('too-few-pictures');
});

it('takes a form once: a replayed prediction and a replayed Generate are refused', async () => {
  await walkToSecret();
  const again = submit({ intent: 'predict', step: 'gaps', choice: 0, reason: 'I changed my mind' });
  expect((await refusal(again))[0]).toBe('already-answered');
  const kept = await db.stepEvidence.findFirstOrThrow({
    where: { stepId: 'gaps', progress: { userId: classroom.student.id } },
  });
  expect(kept.body).toMatchObject({ choice: 2 });

  const form = { intent: 'draw' as const, step: 'secret', attempt: 0, prompt: 'a house' };
  const presses = await Promise.allSettled([
    requestStepPictures({ ...student(), form }),
    requestStepPictures({ ...student(), form }),
  ]);
  expect(presses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect((await refusal(requestStepPictures({ ...student(), form })))[0]).toBe('replayed-form');
  expect(await db.generation.count({ where: { userId: classroom.student.id } })).toBe(1);
});

it('refuses a form of another step', async () => {
  const wrong = submit({ intent: 'check', step: 'from-words-to-a-picture', choice: 2 });
  expect((await refusal(wrong))[0]).toBe('replayed-form');
});

it('counts different pictures only, and asks for one that comes closer', async () => {
  await walkToSecret();
  for (const prompt of ['a red house', 'a red house', 'a house', 'a tree'])
    await draw('secret', { prompt });
  const finish = () => refusal(submit({ intent: 'generate', step: 'secret' }));
  expect(await finish()).toEqual([
    'too-few-pictures',
    'You have 3 of 4 different pictures. Make 1 more.',
  ]);
  await draw('secret', { prompt: 'a castle' });
  expect((await finish())[0]).toBe('not-closer');
  await draw('secret', { prompt: 'a red house, at sunset' });
  expect(await submit({ intent: 'generate', step: 'secret' })).toEqual({ nextStepId: 'change' });
});

it('holds the settings fixed that a step does not leave to the student', async () => {
  await walkToSecret();
  const forged = draw('secret', { prompt: 'a house', steps: '5' });
  expect((await refusal(forged))[0]).toBe('not-yours-to-change');
  const [id] = await draw('secret', { prompt: 'a house' });
  const row = await db.generation.findUniqueOrThrow({ where: { id: id as string } });
  expect(row).toMatchObject({ seed: 5n, steps: 20, lessonSlug: slug, stepId: 'secret' });
});

it('refuses a changed prompt with more than one other phrase, and names them', async () => {
  const [first, second] = (await walkToCompare()) as [string, string];
  await submit({ intent: 'compare', step: 'change', left: [first], right: [second] });
  await submit({ intent: 'explain', step: 'claim', claim: CLAIM, pictures: [first, second] });
  await submit({ intent: 'check', step: 'source', choice: 2 });
  const [fault, message] = await refusal(draw('modify', { prompt: 'a tree, at night' }));
  expect(fault).toBe('two-fields-changed');
  expect(message).toContain('– a house, – at sunset, + a tree, + at night');
  expect((await refusal(draw('modify', { prompt: 'A house,  at sunset' })))[0]).toBe(
    'nothing-changed',
  );
});

it('tells a wrong answer why, and lets the student try again', async () => {
  const [first, second] = (await walkToCompare()) as [string, string];
  await submit({ intent: 'compare', step: 'change', left: [first], right: [second] });
  await submit({ intent: 'explain', step: 'claim', claim: CLAIM, pictures: [first, second] });
  const [fault, message] = await refusal(submit({ intent: 'check', step: 'source', choice: 0 }));
  expect(fault).toBe('wrong-answer');
  expect(message).toContain('Nothing was looked up');
  await submit({ intent: 'check', step: 'source', choice: 2 });
});

it('shows a student neither notes, nor answers, nor the secret prompt; a teacher all of them', async () => {
  await walkToSecret();
  const signedIn = (user: typeof classroom.student) => ({ ...user, role: user.role });
  const page = await findLessonPage({ user: signedIn(classroom.student), slug, stepId: 'secret' });
  expect(page.step?.id).toBe('secret');
  const sent = JSON.stringify(page);
  expect(sent).not.toContain('in the snow, at sunset');
  expect(sent).not.toContain('Praise small changes');
  expect(page.teacher).toBeNull();

  const forTeacher = await findLessonPage({
    user: signedIn(classroom.teacher),
    slug,
    stepId: 'source',
  });
  expect(forTeacher.teacher?.answer).toContain('step by step from noise');
  expect(JSON.stringify(forTeacher.step)).not.toContain('"answer"');
});

it('resumes where the student left off, and keeps later steps locked', async () => {
  await walkToSecret();
  const user = classroom.student;
  const resumed = await findLessonPage({ user, slug });
  expect(resumed.step?.id).toBe('secret');
  expect(resumed.trail.map(({ state }) => state).slice(0, 5)).toEqual([
    'done',
    'done',
    'done',
    'current',
    'locked',
  ]);
  expect((await findLessonPage({ user, slug, stepId: 'claim' })).step?.id).toBe('secret');
  expect((await findLessonPage({ user, slug, stepId: 'gaps' })).evidence).toMatchObject({
    choice: 2,
  });
  expect(await findNextLesson({ userId: user.id })).toMatchObject({ slug, stepsDone: 3 });
});
