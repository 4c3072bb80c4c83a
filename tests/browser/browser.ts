import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { findChromium } from '../../scripts/find-chromium.ts';

const PAGE_TIMEOUT_MS = 30_000;

let browser: Browser;

beforeAll(async () => {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('Browser tests need an installed Chromium or Chrome.');
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
});
afterAll(() => browser?.close());

export interface Visit {
  page: Page;
  context: BrowserContext;
  /** Faults that the browser's console showed; a test that ends with one fails. */
  faults: string[];
}

interface VisitOptions {
  widthPx?: number;
  heightPx?: number;
  dark?: boolean;
  /** The name on the demo button to sign in with; left out, nobody signs in. */
  as?: string;
}

/** Opens the site in a browser of its own, signed in as a demo person where one is named. */
export async function visit(options: VisitOptions = {}): Promise<Visit> {
  const { widthPx = 1280, heightPx = 860, dark = false, as } = options;
  const context = await browser.newContext({
    baseURL: inject('siteUrl'),
    viewport: { width: widthPx, height: heightPx },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(PAGE_TIMEOUT_MS);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.goto('/');
  if (as) {
    await page.getByRole('button', { name: as }).click();
    await page.getByRole('navigation', { name: 'Main' }).first().waitFor();
  }
  return { page, context, faults };
}

/** The page is no wider than its window: nothing is cut off or needs scrolling sideways. */
export async function expectFits(page: Page): Promise<void> {
  const overflowPx = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflowPx, `${page.url()} is too wide`).toBeLessThanOrEqual(0);
}
