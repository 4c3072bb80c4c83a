import type { Page } from 'playwright-core';

/** Draws a picture in a classmate's studio, and answers with the id of its generation. */
export async function drawTheirs(page: Page): Promise<string> {
  await page.goto('/studio', { waitUntil: 'networkidle' });
  await page.getByLabel('What should the picture show?').fill('a golden balloon, on a beach');
  const [asked] = await Promise.all([
    page.waitForRequest((request) => request.url().includes('/generations?id=')),
    page.getByRole('button', { name: /^Generate/ }).click(),
  ]);
  await page.locator('main figure[data-state="finished"] img').first().waitFor();
  return new URL(asked.url()).searchParams.get('id')!;
}
