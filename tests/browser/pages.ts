import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** The site's scripts run: until then a press does what a plain form does. */
export async function openPage(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: 'load' });
  // React keeps this with each element that it has taken over; the body is the last.
  await page.waitForFunction(() =>
    Object.keys(document.body).some((key) => key.startsWith('__reactProps$')),
  );
}

/** axe finds nothing serious or critical on the page, by the rules of WCAG 2.2 AA. */
export async function expectAccessible(page: Page): Promise<void> {
  // The header stays in view: what is half scrolled behind it would count as too small.
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const faults = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  expect(faults, page.url()).toEqual([]);
}
