import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { findChromium } from '../../scripts/find-chromium.ts';
import { startEasel } from '../browser/start-easel.ts';
import { checkPage } from './check-page.ts';
import { fillClass } from './fill-class.ts';
import { findPages, listPatterns } from './find-pages.ts';

/**
 * Opens every page of the site that somebody can come to, as nobody, a student and the teacher, at three widths, in
 * light and dark, and prints what axe and the window say of each. Given a folder, it keeps a screenshot of each.
 */
const WIDTHS_PX = [360, 768, 1280];
const PEOPLE = { nobody: null, student: 'Pip Otter', teacher: 'Ms Marigold' };
const DOORS = { nobody: ['/', '/join', '/sign-in', '/new-password', '/setup'] };
const [folder] = process.argv.slice(2);

const easel = await startEasel();
const browser = await chromium.launch({
  executablePath: findChromium() ?? '',
  args: ['--no-sandbox'],
});
const reached = new Set<string>();
let faulty = 0;
let checked = 0;
try {
  if (folder) await mkdir(folder, { recursive: true });
  const [teacher, student] = [await enter('Ms Marigold'), await enter('Pip Otter')];
  await fillClass(teacher, student);
  for (const [person, name] of Object.entries(PEOPLE)) {
    const page = await enter(name);
    const pages = await findPages(page, DOORS[person as keyof typeof DOORS]);
    for (const found of pages) {
      reached.add(found.route);
      await page.goto(found.path, { waitUntil: 'load' });
      for (const widthPx of WIDTHS_PX)
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.setViewportSize({ width: widthPx, height: 860 });
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          const faults = await checkPage(page);
          checked += 1;
          if (faults.length > 0) faulty += 1;
          for (const fault of faults)
            console.log(`${person} ${found.path} ${widthPx} ${colorScheme}: ${fault}`);
          if (folder) await keep(page, `${person}${found.path}-${widthPx}-${colorScheme}`);
        }
    }
    console.log(`${person}: ${pages.length} pages`);
    await page.context().close();
  }
} finally {
  await browser.close();
  await easel.stop();
}
const missed = (await listPatterns()).filter(({ route }) => !reached.has(route));
console.log(`${checked} looks at ${reached.size} kinds of page; ${faulty} with a fault`);
console.log(`not reached: ${missed.map(({ route }) => route).join(', ') || 'none'}`);
process.exitCode = faulty > 0 ? 1 : 0;

async function enter(name: string | null): Promise<Page> {
  const context = await browser.newContext({ baseURL: easel.siteUrl, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto('/');
  if (!name) return page;
  await page.getByRole('button', { name }).click();
  await page.getByRole('navigation', { name: 'Main' }).first().waitFor();
  return page;
}

function keep(page: Page, name: string): Promise<Buffer> {
  const file = `${name.replace(/[0-9a-f-]{36}/g, 'id').replace(/[^\w-]+/g, '_')}.png`;
  return page.screenshot({ path: path.join(folder!, file), fullPage: true });
}
