import type { Page } from 'playwright-core';
import type { Lesson, Step } from '#lessons/schema.ts';
import { listPresses } from '../../fixtures/lesson-answers.ts';
import type { DrawFields } from '../../fixtures/lesson-answers.ts';
import type { Hand } from './hand.ts';

/** A step of 20 pictures, on a busy computer. */
const DRAWING_TIMEOUT_MS = 180_000;

/** Fills a generate step's form and presses its button until the step is done, and hands it in. */
export async function drawPictures(hand: Hand, lesson: Lesson, step: Step): Promise<void> {
  const { page } = hand;
  const form = page.locator('form:has(input[name=intent][value=draw])');
  const prompt = page.locator('#prompt');
  const begun = (await prompt.count()) > 0 ? await prompt.inputValue() : '';
  let sketch = '';
  for (const press of listPresses(lesson, step, begun)) {
    await fillForm(hand, press, press.control !== sketch);
    sketch = press.control ?? '';
    const before = await countPictures(page);
    await Promise.all([
      waitForAnswer(page),
      hand.press(form.getByRole('button', { name: /^(Generate|Draw the whole|Make it)/ })),
    ]);
    await waitForPictures(page, before);
  }
  await hand.press(page.getByRole('button', { name: 'I am done here' }));
}

async function fillForm(hand: Hand, press: DrawFields, isNewSketch: boolean): Promise<void> {
  const { page } = hand;
  const start = page.locator('input[name=startPictureId]').first();
  if ((await start.count()) > 0) await hand.choose(start);
  for (const name of ['prompt', 'negativePrompt', 'seed', 'strength', 'table'] as const)
    if (press[name] !== undefined && (await page.locator(`#${name}`).count()) > 0)
      await hand.write(page.locator(`#${name}`), press[name]);
  if (press.sampler) {
    const values = await page
      .locator('#sampler option')
      .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
    await hand.select(page.locator('#sampler'), values.indexOf(press.sampler));
  }
  if (press.mask) await drawOn(hand, 'The part to draw anew', press.mask);
  if (press.control && isNewSketch) await drawOn(hand, 'Your sketch', press.control);
}

async function drawOn(hand: Hand, label: string, name: string): Promise<void> {
  const clear = hand.page.getByRole('button', { name: 'Clear', exact: true });
  await hand.press(clear);
  const pad = hand.page.getByRole('application', { name: label });
  await hand.draw(pad, Number(/\d+$/.exec(name)?.[0] ?? 0));
}

/** The site took the form; what it says otherwise is an error. */
async function waitForAnswer(page: Page): Promise<void> {
  const answer = await page.waitForResponse((response) => response.request().method() === 'POST');
  if (answer.status() >= 400) throw new Error(await answer.text());
}

const countPictures = (page: Page) => page.locator('main figure[data-state]').count();

/** More pictures than before, none of them on its way any more. */
async function waitForPictures(page: Page, before: number): Promise<void> {
  await page.waitForFunction(
    (known) => {
      const states = [...document.querySelectorAll<HTMLElement>('main figure[data-state]')].map(
        ({ dataset }) => dataset.state,
      );
      return states.length > known && !states.includes('waiting') && !states.includes('running');
    },
    before,
    { timeout: DRAWING_TIMEOUT_MS },
  );
}
