import { chromium } from 'playwright-core';
import { findChromium } from '../../scripts/find-chromium.ts';
import { startEasel } from '../browser/start-easel.ts';
import { readLiveLog } from './read-live-log.ts';
import { summarize } from './summarize.ts';
import type { Key, Shown } from './summarize.ts';
import { openStudio } from './open-studio.ts';

const SENTENCES = [
  'a red house on a green hill, sunny sky',
  'a blue boat at sea, in the evening',
  'a cute, grey cat:0.7, on a beach',
  'a tall tree in the snow, at night',
];
const KEY_MS = 200;
/** Long enough for the last picture of a sentence to come. */
const REST_MS = 6_000;

/**
 * Types into the studio of the real site in live mode, and prints how well the pictures follow:
 * npm run bench:live [MODEL]
 */
const modelId = process.argv[2] ?? 'starter';
const easel = await startEasel();
const browser = await chromium.launch({
  executablePath: findChromium() ?? '',
  args: ['--no-sandbox'],
});
try {
  const page = await openStudio(browser, { siteUrl: easel.siteUrl, modelId });
  const keys: Key[] = [];
  const field = page.getByLabel('What should the picture show?');
  for (const sentence of SENTENCES) {
    await field.fill('');
    for (const [index, key] of [...sentence].entries()) {
      const atMs = Date.now();
      await field.press(key === ' ' ? 'Space' : key);
      keys.push({ atMs, prompt: sentence.slice(0, index + 1).trim() });
      await page.waitForTimeout(Math.max(0, KEY_MS - (Date.now() - atMs)));
    }
    await page.waitForTimeout(REST_MS);
  }
  const shown = await page.evaluate(() => (window as unknown as { shown: Shown[] }).shown);
  // Leaving the page in the middle of a word leaves nothing behind either.
  await field.pressSequentially(' and a bird', { delay: KEY_MS });
  await page.goto('/gallery');
  const log = await readLiveLog(browser, easel.siteUrl);
  console.log(summarize({ keys, shown, log, sentences: SENTENCES }));
} finally {
  await browser.close();
  await easel.stop();
}
