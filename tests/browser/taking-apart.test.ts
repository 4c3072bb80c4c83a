import { expect, it } from 'vitest';
import { expectFits, visit } from './browser.ts';
import { expectAccessible, openPage } from './pages.ts';

const PROMPT = 'What should the picture show?';
const PARTS = ['Lines', 'Depth', 'Layers'];

it('takes a picture apart, and lets its depth guide a new one', async () => {
  const { page, faults } = await visit({ as: 'Juno Fern' });
  await openPage(page, '/studio');
  await page.getByLabel(PROMPT).fill('a red house, in a meadow');
  await page.getByRole('button', { name: /^Generate/ }).click();
  await page.getByRole('link', { name: 'a red house, in a meadow' }).first().click();

  await page.locator('summary', { hasText: 'Take this picture apart' }).focus();
  await page.keyboard.press('Enter');
  for (const part of PARTS) {
    const image = page.getByRole('img', { name: `${part} of the picture` });
    const widthPx = image.evaluate((img: HTMLImageElement) =>
      img.decode().then(() => img.naturalWidth),
    );
    expect(await widthPx).toBe(128);
  }
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectFits(page);
  await page.setViewportSize({ width: 1280, height: 860 });

  await page.getByRole('link', { name: 'Guide a new picture: Depth' }).click();
  const guide = page.getByRole('img', { name: 'The control picture: Depth' });
  await guide.waitFor();
  await expectAccessible(page);
  const { pathname, search } = new URL(page.url());
  await page.getByLabel(PROMPT).fill('a yellow balloon, in the snow');
  await page.getByRole('button', { name: 'Generate' }).click();
  await page.getByRole('link', { name: 'a yellow balloon, in the snow' }).first().click();
  await page.getByRole('heading', { name: 'Picture', exact: true }).waitFor();

  // The studio takes the parts of any of one's pictures, too.
  await openPage(page, pathname + search);
  await guide.waitFor();
  await page.getByRole('tab', { name: 'From a picture' }).click();
  const rows = page.getByRole('group', { name: 'Pictures to take the layout from' });
  await rows.getByRole('button').first().click();
  await page.getByLabel('What to take from it').selectOption('Layers');
  await page.getByRole('img', { name: 'The control picture: Layers' }).waitFor();
  expect(faults).toEqual([]);
});
