import type { Browser, Page } from 'playwright-core';

/** A demo student's studio in live mode, with `window.shown` saying when each picture was there to be seen. */
export async function openStudio(browser: Browser, siteUrl: string): Promise<Page> {
  const page = await browser.newPage({ baseURL: siteUrl });
  await page.goto('/');
  await page.getByRole('button', { name: 'Juno Fern' }).click();
  await page.getByRole('navigation', { name: 'Main' }).first().waitFor();
  await page.goto('/studio', { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Everything' }).click();
  await page.getByText('Settings', { exact: true }).waitFor();
  await page.getByLabel('What should the picture show?').fill('a tree');
  // Live mode is offered once a picture has shown that the model is quick; the first one loads it.
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
