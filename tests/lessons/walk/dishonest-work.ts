import type { Page } from 'playwright-core';
import type { GenerateActivity, Lesson, Step } from '#lessons/schema.ts';
import { openPage } from '../../browser/pages.ts';
import { CLAIM } from '../../fixtures/lesson-answers.ts';
import { sendForm } from './send-form.ts';

export const DISHONEST_KINDS = [
  'prediction after the picture',
  'two fields changed',
  'other seeds',
  'somebody else’s picture',
  'an empty claim',
  'a replayed form',
] as const;
export type DishonestKind = (typeof DISHONEST_KINDS)[number];

/** What the site said to each kind of dishonest work, a sentence a try. */
export type Refusals = Map<DishonestKind, string[]>;

interface Temptation {
  page: Page;
  lesson: Lesson;
  /** A generation of a classmate's. */
  theirs: string;
  refusals: Refusals;
}

/**
 * Tries each kind of dishonest work that a step offers room for, on the page where it can be done there, and by a
 * form that was changed on its way where it can't. Throws where the site takes something. What it answers with is
 * to be called when the step has been done honestly.
 */
export function tempter(temptation: Temptation) {
  const { page, lesson } = temptation;
  return async (step: Step): Promise<(() => Promise<void>) | undefined> => {
    const { activity } = step;
    const at = lesson.steps.indexOf(step);
    if (lesson.steps[at - 1]?.activity?.kind === 'predict')
      await predictAgain(temptation, lesson.steps[at - 1]!);
    if (activity?.kind === 'predict') await drawBefore(temptation, step);
    if (activity?.kind === 'compare') await compareUnfairly(temptation, step);
    if (activity?.kind === 'explain') await claimNothing(temptation, activity.words);
    if (activity?.kind !== 'generate') return undefined;
    if (activity.phrases) await changeTwoPhrases(temptation);
    await changeFixed(temptation, step.id, activity);
    const isFollowedByGuess = lesson.steps[at + 1]?.activity?.kind === 'predict';
    return canBeReplayed(activity) && !isFollowedByGuess
      ? replay(temptation, page.url())
      : undefined;
  };
}

async function drawBefore(temptation: Temptation, step: Step): Promise<void> {
  const { steps } = temptation.lesson;
  const later = steps.slice(steps.indexOf(step)).find((one) => one.activity?.kind === 'generate');
  const draw = { intent: 'draw', step: later?.id ?? '', attempt: '0' };
  await refuse(temptation, 'prediction after the picture', draw, /Lock your prediction first/);
  const empty = { intent: 'predict', step: step.id, choice: '0', reason: '!' };
  await refuse(temptation, 'an empty claim', empty, /Say in a few words why/);
}

function predictAgain(temptation: Temptation, { id }: Step): Promise<void> {
  const again = { intent: 'predict', step: id, choice: '1', reason: 'I have seen the picture' };
  const sentence = /answered this step already/;
  return refuse(temptation, 'prediction after the picture', again, sentence);
}

async function changeFixed(temptation: Temptation, step: string, activity: GenerateActivity) {
  const { vary, replay, enlarge, rows } = activity;
  if (replay || enlarge || rows) return;
  const draw = { intent: 'draw', step, attempt: '0' };
  if (!vary.includes('steps'))
    await refuse(temptation, 'two fields changed', { ...draw, steps: '7' }, /In this step/);
  if (!vary.includes('seed'))
    await refuse(temptation, 'other seeds', { ...draw, seed: '4711' }, /In this step/);
}

async function changeTwoPhrases(temptation: Temptation): Promise<void> {
  const { page } = temptation;
  const prompt = page.locator('#prompt');
  await prompt.fill(`${await prompt.inputValue()}, at night, foggy`);
  await page.getByRole('button', { name: /^Generate/ }).click();
  await keepSentence(temptation, 'two fields changed', /^Change exactly one phrase/);
  await openPage(page, page.url());
}

async function compareUnfairly(temptation: Temptation, { id }: Step): Promise<void> {
  const sides = await temptation.page
    .locator('input[name=left]')
    .evaluateAll((radios) => radios.map((radio) => (radio as HTMLInputElement).value));
  const compare = { intent: 'compare', step: id, left: sides[0]! };
  const theirs = { ...compare, right: temptation.theirs };
  await refuse(temptation, 'somebody else’s picture', theirs, /pictures that you made yourself/);
  const [left, right] = [sides[0]!.split(','), sides.at(-1)!.split(',')];
  if (left.length < 3 || right.length < 3) return;
  const shifted = { ...compare, left: left.slice(1).join(), right: right.slice(0, -1).join() };
  await refuse(temptation, 'other seeds', shifted, /the seeds? .*changed|shared seeds/);
}

async function claimNothing(temptation: Temptation, words: number): Promise<void> {
  const { page, theirs } = temptation;
  const first = page.getByRole('checkbox').first();
  await page.locator('#claim').fill('nice '.repeat(words));
  await first.check();
  await page.getByRole('button', { name: 'Hand in my claim' }).click();
  await keepSentence(temptation, 'an empty claim', /^Write your claim in at least/);
  await page.locator('#claim').fill(CLAIM);
  // React puts back what is changed in its own fields, so one more is added.
  await first.evaluate((box: HTMLInputElement, value) => {
    const another = Object.assign(document.createElement('input'), { type: 'hidden', value });
    another.name = box.name;
    box.form!.append(another);
  }, theirs);
  await page.getByRole('button', { name: 'Hand in my claim' }).click();
  await keepSentence(temptation, 'somebody else’s picture', /^Point at pictures that you made/);
  await openPage(page, page.url());
}

const canBeReplayed = ({ vary, phrases, rows, from }: GenerateActivity) =>
  !phrases && !rows && !from && vary.length === 1 && vary[0] === 'prompt';

/** A second tab with the same form, sent after the first one. */
async function replay(temptation: Temptation, url: string): Promise<() => Promise<void>> {
  const page = await temptation.page.context().newPage();
  await openPage(page, url);
  return async () => {
    if (!(await page.locator('#prompt').inputValue()))
      await page.locator('#prompt').fill('a house');
    await page.getByRole('button', { name: /^Generate/ }).click();
    await keepSentence({ ...temptation, page }, 'a replayed form', /^This form was sent already/);
    await page.close();
  };
}

async function keepSentence({ page, refusals }: Temptation, kind: DishonestKind, said: RegExp) {
  const sentence = await page.getByText(said).first().innerText();
  refusals.set(kind, [...(refusals.get(kind) ?? []), sentence]);
}

async function refuse(
  { page, lesson, refusals }: Temptation,
  kind: DishonestKind,
  form: Record<string, string>,
  said: RegExp,
): Promise<void> {
  const { status, message } = await sendForm(page, `/lessons/${lesson.slug}`, form);
  if (status < 400 || !said.test(message))
    throw new Error(`“${lesson.slug}”: ${kind} was answered with ${status} “${message}”.`);
  refusals.set(kind, [...(refusals.get(kind) ?? []), message]);
}
