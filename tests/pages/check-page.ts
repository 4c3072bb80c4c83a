import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What is wrong with the page that is open: axe's findings, width, pictures without a text. */
export async function checkPage(page: Page): Promise<string[]> {
  // Colours that are still on their way from the theme before would be measured as they pass.
  await page.evaluate(() =>
    Promise.allSettled(document.getAnimations().map((one) => one.finished)),
  );
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  const faults = violations.map(
    ({ id, impact, nodes }) =>
      `${impact}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
  const overflowPx = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (overflowPx > 0) faults.push(`${overflowPx} px too wide`);
  const silent = await page.locator('img:not([alt])').count();
  if (silent > 0) faults.push(`${silent} pictures without alt`);
  return faults;
}
