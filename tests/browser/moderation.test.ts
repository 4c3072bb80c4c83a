import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { expectFits, visit } from './browser.ts';
import { expectAccessible, openPage } from './pages.ts';

/** How long a teacher may wait for what a student did to show on the wall. */
const NOTICE_MS = 2_000;
const PROMPT = 'a yellow umbrella';

it('shows a picture on the wall and the projector at once, and decides a flagged one by keys', async () => {
  const student = await visit({ as: 'Lumi Birch' });
  const teacher = await visit({ as: 'Ms Marigold' });
  const wall = teacher.page;
  await openPage(wall, '/classes');
  const classPath = await wall.locator('main a[href^="/classes/"]').first().getAttribute('href');
  await openPage(wall, `${classPath}/wall`);

  const { page } = student;
  await openPage(page, '/studio');
  await page.getByLabel('What should the picture show?').fill(PROMPT);
  await page.getByRole('button', { name: /^Generate/ }).click();
  await page.getByRole('link', { name: PROMPT }).first().waitFor();
  const drawnMs = performance.now();
  await wall.locator(`main img[alt*="${PROMPT}"]`).first().waitFor();
  const noticeMs = performance.now() - drawnMs;
  console.log(`wall: ${Math.round(noticeMs)} ms behind the student's own page`);
  expect(noticeMs).toBeLessThan(NOTICE_MS);

  await wall.getByRole('button', { name: 'Pause the class' }).click();
  await wall.getByText('The class is paused').waitFor();
  await wall.getByRole('button', { name: 'Go on' }).click();
  await wall.getByText('The class is paused').waitFor({ state: 'detached' });
  const projector = await teacher.context.newPage();
  await openPage(projector, `${classPath}/presenter`);
  const shown = projector.locator(`main img[alt*="${PROMPT}"]`).first();
  await shown.waitFor();

  await page.getByRole('link', { name: PROMPT }).first().click();
  await page.getByText('This should not be here').click();
  await page.getByRole('button', { name: 'Tell my teacher' }).click();
  await page.getByText('Your teacher will look at that picture.').waitFor();
  await openPage(projector, `${classPath}/presenter`);
  expect(await shown.count()).toBe(0);

  await openPage(wall, '/moderation');
  await goTo(wall, PROMPT);
  const blurred = wall.locator('main img[data-blurred]');
  expect(await blurred.count()).toBe(1);
  await expectAccessible(wall);
  await wall.setViewportSize({ width: 360, height: 740 });
  await expectFits(wall);
  await wall.keyboard.press('s');
  await blurred.waitFor({ state: 'detached' });
  await wall.keyboard.press('a');
  await wall.getByText(PROMPT, { exact: true }).waitFor({ state: 'detached' });
  await openPage(projector, `${classPath}/presenter`);
  await shown.waitFor();
  expect([...student.faults, ...teacher.faults]).toEqual([]);
});

/** Steps through the queue by its key, to a prompt: other tests leave things in it. */
async function goTo(page: Page, prompt: string): Promise<void> {
  const place = page.getByText(/^\d+ of \d+$/);
  const [at, count] = (await place.textContent())!.split(' of ').map(Number);
  if (await page.getByText(prompt, { exact: true }).isVisible()) return;
  expect(at, `${prompt} is not in the queue`).toBeLessThan(count!);
  await page.keyboard.press('n');
  await page.getByText(`${at! + 1} of ${count}`, { exact: true }).waitFor();
  await goTo(page, prompt);
}
