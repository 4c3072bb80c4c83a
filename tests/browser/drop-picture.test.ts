import { expect, it } from 'vitest';
import { encodePng } from '#worker/engine/image/image-file.ts';
import { writePngTexts } from '#worker/engine/metadata/png-text.ts';
import { expectFits, visit } from './browser.ts';
import { expectAccessible, openPage } from './pages.ts';

const PARAMETERS =
  'a (red:1.3) house\nNegative prompt: fog\n' +
  'Steps: 31, Sampler: Euler a, CFG scale: 5, Seed: 77, Size: 128x128, Model: v1-5-pruned';

async function webuiPicture(): Promise<Buffer> {
  const black = { widthPx: 64, heightPx: 64, data: new Uint8Array(64 * 64 * 3) };
  return Buffer.from(writePngTexts(await encodePng(black), { parameters: PARAMETERS }));
}

it('fills the form from a picture of another program, chosen or dropped', async () => {
  const { page, faults } = await visit({ as: 'Wren Maple' });
  await openPage(page, '/studio');
  await page.getByRole('button', { name: /everything/i }).click();
  const field = page.getByLabel('Drop a picture here to use its settings');
  const file = { name: 'house.png', mimeType: 'image/png', buffer: await webuiPicture() };
  await field.setInputFiles(file);
  await page.getByText('The form has the picture’s settings.').waitFor();
  await page.getByText('Model: v1-5-pruned').waitFor();
  expect(await page.locator('[name=prompt]').inputValue()).toBe('a (red:1.3) house');
  expect(await page.locator('[name=negativePrompt]').inputValue()).toBe('fog');
  expect(await page.locator('[name=seed]').inputValue()).toBe('77');
  expect(await page.locator('[name=steps]').inputValue()).toBe('31');
  await expectFits(page);
  await expectAccessible(page);

  await page.locator('[name=prompt]').fill('something else');
  const bytes = [...file.buffer];
  const dropped = await page.evaluateHandle((numbers) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([Uint8Array.from(numbers)], 'house.png', { type: 'image/png' }));
    return transfer;
  }, bytes);
  await field.dispatchEvent('drop', { dataTransfer: dropped });
  await page.waitForFunction(() =>
    document.querySelector<HTMLTextAreaElement>('[name=prompt]')?.value.includes('red'),
  );
  expect(faults).toEqual([]);
});

it('says why a file can’t be read', async () => {
  const { page } = await visit({ as: 'Ravi Comet' });
  await openPage(page, '/studio');
  await page.getByRole('button', { name: /everything/i }).click();
  await page.getByLabel('Drop a picture here to use its settings').setInputFiles({
    name: 'picture.png',
    mimeType: 'image/png',
    buffer: Buffer.from('PK\x03\x04 not a picture'),
  });
  await page.getByText('Only PNG, JPEG and WebP pictures can be read').waitFor();
});
