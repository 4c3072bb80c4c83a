import type { Lesson, Step } from '#lessons/schema.ts';
import { CLAIM } from '../../fixtures/lesson-answers.ts';
import { openPage } from '../../browser/pages.ts';
import { compareSides } from './compare-sides.ts';
import { drawPictures } from './draw-pictures.ts';
import type { Hand } from './hand.ts';
import { teachWord } from './teach-word.ts';

export interface Walk {
  hand: Hand;
  lesson: Lesson;
  /** What a dishonest student tries at a step before the honest answer, and, by what comes back, after it. */
  tempt?: (step: Step) => Promise<(() => Promise<void>) | undefined>;
}

/** Steps of lesson 12 in which the student leaves for another page. */
const TEACHES: Record<string, { tooLong: boolean }> = {
  'teach-it': { tooLong: false },
  'too-much-of-a-good-thing': { tooLong: true },
};

/** Goes through a lesson's pages from where the student left off to its end, as an honest student does. */
export async function walkLesson(walk: Walk): Promise<void> {
  const { hand, lesson } = walk;
  const { page } = hand;
  await openPage(page, `/lessons/${lesson.slug}`);
  const first = Number.parseInt(await page.locator('main h2').first().innerText(), 10) - 1;
  for (const [index, step] of lesson.steps.entries()) {
    if (index < first) continue;
    await page.getByRole('heading', { name: `${index + 1}. ${step.title}`, exact: true }).waitFor();
    const temptAfterwards = await walk.tempt?.(step);
    await takeStep(walk, step);
    await temptAfterwards?.();
  }
  await page.getByText('You have finished this lesson').waitFor();
}

async function takeStep(walk: Walk, step: Step): Promise<void> {
  const { hand, lesson } = walk;
  const { page } = hand;
  const { activity } = step;
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  if (!activity) {
    const taught = TEACHES[step.id];
    if (lesson.frontMatter.needs.includes('new-words') && taught) await teachWord(hand, taught);
    return hand.press(page.getByRole('button', { name: /^(Next|Finish the lesson)$/ }));
  }
  switch (activity.kind) {
    case 'predict':
      await hand.choose(page.getByRole('radio').first());
      await hand.write(page.locator('#reason'), 'I have seen something like it before');
      return hand.press(button('Lock my prediction'));
    case 'generate':
      return drawPictures(hand, lesson, step);
    case 'compare':
      await compareSides(hand);
      return goOn(hand);
    case 'explain': {
      await hand.write(page.locator('#claim'), CLAIM);
      for (let at = 0; at < activity.pictures; at++)
        await hand.choose(page.getByRole('checkbox').nth(at));
      return hand.press(button('Hand in my claim'));
    }
    case 'check':
      await hand.choose(page.getByRole('radio').nth(activity.answer - 1));
      await hand.press(button('Check my answer'));
      await page.getByText('Right', { exact: true }).waitFor();
      return goOn(hand);
    case 'tally': {
      const lists = page.locator('select[name^="tallies"]');
      for (let at = 0; at < activity.pictures; at++)
        await hand.select(lists.nth(at), 1 + (at % activity.choices.length));
      return hand.press(button('Hand in my tally'));
    }
  }
}

/** Past a step that shows what was found; after the last one there is "Finish". */
const goOn = (hand: Hand) => hand.press(hand.page.getByRole('link', { name: /^(Next: |Finish$)/ }));
