import { expect, it } from 'vitest';
import { expectFits, visit } from './browser.ts';
import { expectAccessible, openPage } from './pages.ts';
import type { Visit } from './browser.ts';

const PROMPT = 'a red house, in the snow';
const HEAVIER = 'a red house:1.3, in the snow';

it('shows where the model looked for a word, on one picture and on two side by side', async () => {
  const student = await visit({ as: 'Wren Maple' });
  const { page } = student;
  await openPage(page, '/studio');
  await draw(student, PROMPT);
  const firstUrl = page.url();
  await findOut(page);
  await page.getByRole('button', { name: 'house', exact: true }).focus();
  await page.keyboard.press('Enter');
  const said = page.getByText(/^“house” was looked for (mostly|all over)/);
  await said.waitFor();
  const overlay = page.getByRole('img', { name: /^“house” was looked for/ });
  expect(
    await overlay.evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth)),
  ).toBe(128);
  await page.getByRole('slider', { name: /How strongly/ }).fill('30');
  await expect
    .poll(() => overlay.evaluate((img) => getComputedStyle(img).opacity), { timeout: 5_000 })
    .toBe('0.3');
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectFits(page);
  await page.setViewportSize({ width: 1280, height: 860 });
  await page.getByRole('button', { name: 'house', exact: true }).click();
  await overlay.waitFor({ state: 'detached' });

  // The same seed with more of one weight: side by side, and in the chart.
  await page.getByRole('link', { name: 'Use these settings' }).click();
  await page.getByLabel('What should the picture show?').waitFor();
  await draw(student, HEAVIER);
  const ids = [firstUrl, page.url()].map((url) => url.split('/').at(-1)!);
  await openPage(page, `/compare?picture=${ids[0]}&picture=${ids[1]}`);
  await page.getByText('A fair test').waitFor();
  await findOut(page);
  await page.getByRole('button', { name: 'snow', exact: true }).click();
  await page.getByText(/^Picture B: “snow” was looked for/).waitFor();
  expect(await page.getByRole('img', { name: /^“snow” was looked for/ }).count()).toBe(2);
  await expectAccessible(page);

  await openPage(page, '/compare/weights');
  await page.getByRole('img', { name: /The weight of “a red house”/ }).waitFor();
  await page.getByRole('link', { name: '1 beside 1.3' }).waitFor();
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectFits(page);
  await openPage(page, '/games');
  await page.getByRole('link', { name: 'Guess the prompt' }).click();
  await page.getByText(/of 4 different prompts|Which prompt made this picture/).waitFor();
  await expectFits(page);
  await expectAccessible(page);
  expect(student.faults).toEqual([]);
});

async function draw({ page }: Visit, prompt: string): Promise<void> {
  await page.getByLabel('What should the picture show?').fill(prompt);
  await page.getByRole('button', { name: /^Generate/ }).click();
  await page.getByRole('link', { name: prompt, exact: true }).first().click();
  await page.getByRole('link', { name: 'Use these settings' }).waitFor();
}

/** Asks for the words, and waits until the pictures are drawn once more. */
async function findOut(page: Visit['page']): Promise<void> {
  await page.getByText('Why this picture?').click();
  await page.getByRole('button', { name: 'Find out' }).click();
  await page.getByRole('group', { name: 'Words of the prompt' }).waitFor();
  await page.getByRole('progressbar').waitFor({ state: 'detached' });
}
