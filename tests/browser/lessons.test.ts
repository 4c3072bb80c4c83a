import { expect, it } from 'vitest';
import { loadLessons } from '#lessons/load.ts';
import { DISHONEST_KINDS, tempter } from '../lessons/walk/dishonest-work.ts';
import type { Refusals } from '../lessons/walk/dishonest-work.ts';
import { drawTheirs } from '../lessons/walk/draw-theirs.ts';
import { keyboard } from '../lessons/walk/keyboard.ts';
import { mouse } from '../lessons/walk/mouse.ts';
import { walkLesson } from '../lessons/walk/walk-lesson.ts';
import { visit } from './browser.ts';

// `npm run lessons:walk` walks all thirteen; these two take every kind of step but the table and the tally.
const lessons = await loadLessons();
const lesson = (number: number) =>
  lessons.find(({ frontMatter }) => frontMatter.number === number)!;

it(
  'walks lesson 3 to its end, and refuses six kinds of dishonest work on the way',
  { timeout: 480_000 },
  async () => {
    const classmate = await visit({ as: 'Wren Maple' });
    const theirs = await drawTheirs(classmate.page);
    await classmate.context.close();
    const { page } = await visit({ as: 'Ravi Comet' });
    const refusals: Refusals = new Map();
    const fairTests = lesson(3);
    const tempt = tempter({ page, lesson: fairTests, theirs, refusals });
    await walkLesson({ hand: mouse(page), lesson: fairTests, tempt });
    expect([...refusals.keys()].sort()).toEqual([...DISHONEST_KINDS].sort());
  },
);

it(
  'walks lesson 9 by keyboard alone: the mask too, the focus seen at each stop',
  { timeout: 480_000 },
  async () => {
    const { page, faults } = await visit({ as: 'Ravi Comet', widthPx: 768 });
    await walkLesson({ hand: keyboard(page), lesson: lesson(9) });
    expect(faults.filter((fault) => !fault.includes('status of 400'))).toEqual([]);
  },
);
