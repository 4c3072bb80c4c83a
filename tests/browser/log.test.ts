import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { expectFits, visit } from './browser.ts';
import { expectAccessible, openPage } from './pages.ts';

it('gives a teacher the log of a class as a file', async () => {
  const { page, faults } = await visit({ as: 'Ms Marigold', widthPx: 360, heightPx: 740 });
  await openPage(page, '/classes');
  await page.getByRole('link', { name: /class/i }).last().click();
  await page.getByRole('link', { name: 'The log' }).click();
  await page.getByRole('radio', { name: 'JSONL' }).check();
  await expectFits(page);
  await expectAccessible(page);
  const arriving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download' }).click();
  const download = await arriving;
  expect(download.suggestedFilename()).toBe('easel-log-jsonl.zip');
  const files = unzipSync(await readFile(await download.path()));
  expect(Object.keys(files)).toEqual([
    'log-schema.md',
    'generations.jsonl',
    'judgements.jsonl',
    'explanations.jsonl',
  ]);
  expect(strFromU8(files['log-schema.md']!)).toContain('# The log of a class');
  expect(faults).toEqual([]);
});
