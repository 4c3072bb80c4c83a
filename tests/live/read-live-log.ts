import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';

export interface LiveRow {
  state: string;
  created_at: string;
  finished_at: string | null;
  pipeline_ms: number | null;
}

/** What the class's log says of the pictures that were drawn while somebody typed. */
export async function readLiveLog(browser: Browser, siteUrl: string): Promise<LiveRow[]> {
  const page = await browser.newPage({ baseURL: siteUrl });
  await page.goto('/');
  await page.getByRole('button', { name: 'Ms Marigold' }).click();
  await page.getByRole('navigation', { name: 'Main' }).first().waitFor();
  await page.goto('/classes');
  await page.getByRole('link', { name: /class/i }).last().click();
  await page.getByRole('link', { name: 'The log' }).click();
  await page.getByRole('radio', { name: 'JSONL' }).check();
  const arriving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download' }).click();
  const files = unzipSync(await readFile(await (await arriving).path()));
  return strFromU8(files['generations.jsonl']!)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LiveRow & { is_live: boolean })
    .filter((row) => row.is_live);
}
