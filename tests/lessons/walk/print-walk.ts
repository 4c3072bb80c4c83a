import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { loadLessons } from '#lessons/load.ts';
import { findChromium } from '../../../scripts/find-chromium.ts';
import { startEasel } from '../../browser/start-easel.ts';
import { DISHONEST_KINDS, tempter } from './dishonest-work.ts';
import type { Refusals } from './dishonest-work.ts';
import { drawTheirs } from './draw-theirs.ts';
import { mouse } from './mouse.ts';
import { walkLesson } from './walk-lesson.ts';

/** A step without an answer for so long is broken. */
const STEP_TIMEOUT_MS = 60_000;

/** Walks all lessons, or those whose numbers are given, in the real site, and prints what came of each. */
const numbers = process.argv.slice(2).map(Number);
const lessons = (await loadLessons()).filter(
  ({ frontMatter }) => numbers.length === 0 || numbers.includes(frontMatter.number),
);
const easel = await startEasel();
const browser = await chromium.launch({
  executablePath: findChromium() ?? '',
  args: ['--no-sandbox'],
});
const refusals: Refusals = new Map();
let failed = 0;
try {
  const theirs = await drawTheirs(await signIn(browser, 'Wren Maple'));
  for (const lesson of lessons) {
    const page = await signIn(browser, 'Pip Otter');
    const { number, title } = lesson.frontMatter;
    const begunMs = Date.now();
    const tempt = tempter({ page, lesson, theirs, refusals });
    const outcome = await walkLesson({ hand: mouse(page), lesson, tempt }).then(
      () => `${lesson.steps.length} steps accepted`,
      (error: unknown) => {
        failed += 1;
        return `STOPPED at ${page.url()}: ${String(error)}`;
      },
    );
    const seconds = Math.round((Date.now() - begunMs) / 1000);
    console.log(`${number}. ${title}: ${outcome}, ${seconds} s`);
    await page.context().close();
  }
  console.log('\nRefused:');
  for (const kind of DISHONEST_KINDS) {
    const said = refusals.get(kind) ?? [];
    console.log(`- ${kind}: ${said.length} times; “${said[0] ?? ''}”`);
  }
} finally {
  await browser.close();
  await easel.stop();
}
process.exitCode = failed > 0 ? 1 : 0;

async function signIn(chrome: Browser, name: string): Promise<Page> {
  const context = await chrome.newContext({ baseURL: easel.siteUrl, reducedMotion: 'reduce' });
  context.setDefaultTimeout(STEP_TIMEOUT_MS);
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('button', { name }).click();
  await page.getByRole('navigation', { name: 'Main' }).first().waitFor();
  return page;
}
