import { expect, it } from 'vitest';
import { expectFits, visit } from './browser.ts';
import type { Visit } from './browser.ts';
import { expectAccessible, openPage } from './pages.ts';

const PROMPTS = ['a red house', 'a green tree'];
/** dnd-kit swallows the clicks of the 50 ms after a drop, which no person makes. */
const CLICK_AFTER_DROP_MS = 100;

it('takes pictures from the studio into a portfolio, in order, onto paper and to the teacher', async () => {
  const student = await visit({ as: 'Lumi Birch' });
  const { page } = student;
  for (const prompt of PROMPTS) await draw(student, prompt);
  await openPage(page, '/gallery');
  await page.getByRole('link', { name: 'My portfolio' }).click();
  for (const prompt of PROMPTS)
    await page
      .getByRole('button', { name: `Add: ${prompt}` })
      .first()
      .click();
  await page.getByLabel('Title').fill('Red and green');
  await page.getByLabel('Caption of picture 1').fill('Two words are enough.');
  await saved(page);

  const later = page.getByRole('button', { name: 'Move picture 1 later' });
  await later.focus();
  await page.keyboard.press('Enter');
  await page.getByText('Moved to place 2 of 2.').waitFor();
  const handle = page.locator('main li img');
  await handle.nth(1).dragTo(handle.nth(0), { steps: 12 });
  await page.getByText('Moved to place 1 of 2.').waitFor();
  await page.waitForTimeout(CLICK_AFTER_DROP_MS);
  await page.getByRole('button', { name: 'Take picture 2 out' }).click();
  await page.getByText('Picture 2 is out of the portfolio.').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByLabel('Caption of picture 2').fill('what the fuck');
  await page.getByText('Say it another way').waitFor();
  await page.getByLabel('Caption of picture 2').fill('Snow would be next.');
  await page.getByText('Say it another way').waitFor({ state: 'detached' });
  await saved(page);
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectFits(page);

  await openPage(page, '/portfolio');
  expect(await page.getByLabel('Caption of picture 1').inputValue()).toBe('Two words are enough.');
  expect(await page.getByLabel('Caption of picture 2').inputValue()).toBe('Snow would be next.');
  await page.getByRole('button', { name: 'Hand it in' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Hand it in' }).click();
  await page.getByText('Your teacher can read it now.').waitFor();

  await page.getByRole('link', { name: 'Read and print' }).click();
  await page.getByRole('heading', { name: 'Red and green' }).waitFor();
  await page.locator('main figure img').nth(1).waitFor();
  await expectFits(page);
  await expectAccessible(page);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button', { name: 'Print or save as PDF' }).isVisible()).toBe(false);
  expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');

  const teacher = await visit({ as: 'Ms Marigold' });
  await openPage(teacher.page, '/classes');
  await teacher.page.getByRole('link', { name: /class/i }).last().click();
  await teacher.page.getByRole('link', { name: 'Portfolios' }).click();
  await expectAccessible(teacher.page);
  await teacher.page.getByRole('link', { name: 'Lumi Birch' }).click();
  await teacher.page.getByText('Two words are enough.').waitFor();
  await expectAccessible(teacher.page);
  expect([...student.faults, ...teacher.faults]).toEqual([]);
});

async function draw({ page }: Visit, prompt: string): Promise<void> {
  await openPage(page, '/studio');
  await page.getByLabel('What should the picture show?').fill(prompt);
  await page.getByRole('button', { name: /^Generate/ }).click();
  await page.getByRole('link', { name: prompt }).first().click();
  await page.getByRole('button', { name: 'Add to my portfolio' }).waitFor();
}

async function saved(page: Visit['page']): Promise<void> {
  await page.getByText('Saved', { exact: true }).waitFor();
}
