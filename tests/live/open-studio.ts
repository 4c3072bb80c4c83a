import type { Browser, Page } from 'playwright-core';

/**
 * A demo student's studio with a model in live mode, with `window.shown` saying when each picture was there to be
 * seen.
 */
export async function openStudio(
  browser: Browser,
  { siteUrl, modelId }: { siteUrl: string; modelId: string },
): Promise<Page> {
  const page = await browser.newPage({ baseURL: siteUrl });
  await page.goto('/');
  await page.getByRole('button', { name: 'Juno Fern' }).click();
  await page.getByRole('navigation', { name: 'Main' }).first().waitFor();
  await page.goto('/studio', { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Everything' }).click();
  await page.getByText('Settings', { exact: true }).click();
  await page.getByLabel('Model', { exact: true }).selectOption(modelId);
  await page.getByLabel('What should the picture show?').fill('a tree');
  // The first one loads the model.
  for (let drawn = 1; drawn <= 3; drawn++) {
    await page.getByRole('button', { name: /^Generate/ }).click();
    await page
      .locator('main figure[data-state="finished"]')
      .nth(drawn - 1)
      .waitFor();
  }
  await page.goto('/studio');
  await page.locator('#studio-live').check();
  await page.evaluate(() => {
    const shown: { atMs: number; prompt: string }[] = [];
    Object.assign(window, { shown });
    document.addEventListener(
      'load',
      ({ target }) => {
        if (target instanceof HTMLImageElement && target.closest('figure[aria-label*="follows"]'))
          shown.push({ atMs: Date.now(), prompt: target.alt });
      },
      // Loading does not bubble.
      true,
    );
  });
  return page;
}
