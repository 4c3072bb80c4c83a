import { expect, it } from 'vitest';
import { expectFits, visit } from './browser.ts';
import { expectAccessible, openPage } from './pages.ts';

const PROMPT = 'What should the picture show?';

it('draws a picture with previews, and takes it to its page and to the gallery', async () => {
  const { page, faults } = await visit({ as: 'Wren Maple' });
  await openPage(page, '/studio');
  await showEverything(page);
  await page.getByLabel(PROMPT).fill('a red house:1.3, in a meadow, sunny sky:0.7');
  const readAs = page.locator('#studio-read-as');
  expect(await readAs.innerText()).toMatch(/a red house.*1\.3.*in a meadow.*sunny sky.*0\.7/s);
  await page.getByText('Settings', { exact: true }).click();
  await page.getByRole('spinbutton', { name: 'Steps' }).fill('40');

  const preview = page.waitForResponse(
    (response) => response.url().includes('/preview?step=') && response.status() === 200,
  );
  await page.getByRole('button', { name: 'Generate' }).click();
  await preview;
  await page.getByRole('link', { name: 'a red house:1.3' }).first().click();
  await page.getByRole('heading', { name: 'Picture', exact: true }).waitFor();
  const large = page.locator('main figure img').first();
  await large.waitFor();
  expect(await large.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(128);
  const settings = page.getByRole('region', { name: 'Settings' });
  expect(await settings.innerText()).toMatch(/Steps\s+40.*Sampler\s+DPM\+\+ 2M.*128 × 128/s);

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download' }).click();
  expect((await download).suggestedFilename()).toMatch(/^easel-[0-9a-f]{8}\.png$/);
  const stream = await (await download).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).toString('latin1')).toContain('parameters\0a red house:1.3');

  await page.getByRole('link', { name: 'Use these settings' }).click();
  await page.getByRole('heading', { name: 'Studio' }).waitFor();
  expect(await page.getByLabel(PROMPT).inputValue()).toBe(
    'a red house:1.3, in a meadow, sunny sky:0.7',
  );
  expect(await page.locator('[name=seed]').inputValue()).toMatch(/^\d+$/);
  expect(await page.locator('[name=steps]').inputValue()).toBe('40');
  expect(await page.locator('[name=parentId]').inputValue()).toMatch(/^[0-9a-f-]{36}$/);

  await openPage(page, '/gallery');
  await page.getByRole('link', { name: 'a red house:1.3' }).first().waitFor();
  expect(faults).toEqual([]);
});

it('works by keyboard alone: prompt, die, generate, open the picture', async () => {
  const { page, faults } = await visit({ as: 'Ravi Comet' });
  await openPage(page, '/studio');
  await showEverything(page);
  await openPage(page, '/studio');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Skip');
  await page.keyboard.press('Enter');
  await tabTo(page, '[name=prompt]');
  await page.keyboard.type('a green tree, in the snow');
  await tabTo(page, '[aria-label="Roll a new seed"]');
  await page.keyboard.press('Space');
  const seed = await page.locator('[name=seed]').inputValue();
  expect(seed).toMatch(/^\d+$/);
  await tabTo(page, 'form#studio button[type=submit]');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'a green tree, in the snow' }).first().waitFor();
  await tabTo(page, 'main a[href^="/pictures/"]');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Picture', exact: true }).waitFor();
  expect(await page.getByRole('region', { name: 'Settings' }).innerText()).toContain(seed);
  expect(faults).toEqual([]);
});

/** Students begin with words alone. */
async function showEverything(page: Parameters<typeof openPage>[0]): Promise<void> {
  await page.getByRole('button', { name: 'Everything' }).click();
  await page.getByText('Settings', { exact: true }).waitFor();
}

async function tabTo(page: Parameters<typeof openPage>[0], selector: string): Promise<void> {
  for (let press = 0; press < 40; press++) {
    await page.keyboard.press('Tab');
    const isThere = await page.evaluate(
      (wanted) => document.activeElement?.matches(wanted),
      selector,
    );
    if (isThere) return;
  }
  throw new Error(`The Tab key never came to ${selector}.`);
}

it('says what is wrong beside the field, and asks for nothing', async () => {
  const { page } = await visit({ as: 'Lumi Birch' });
  await openPage(page, '/studio');
  await showEverything(page);
  await page.getByRole('button', { name: 'Generate' }).click();
  await page.getByText('Write a prompt first.').waitFor();
  await page.getByLabel(PROMPT).fill('a blue car');
  await page.locator('[name=seed]').fill('twelve');
  await page.getByRole('button', { name: 'Generate' }).click();
  await page.getByText('A seed is a whole number, 0 or more.').waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('seed');
  expect(await page.getByText('Your first picture will appear here.').count()).toBe(1);
  await expectAccessible(page);
});

it('refuses unsuitable words in a neutral line, and lets the student ask for a review', async () => {
  const { page, faults } = await visit({ as: 'Lumi Birch' });
  await openPage(page, '/studio');
  await page.getByLabel(PROMPT).fill('a naked woman');
  await page.getByRole('button', { name: 'Generate' }).click();
  await page.getByText('Easel can’t make this one.').waitFor();
  await page.getByRole('button', { name: 'Ask for a review' }).click();
  await page.getByText('You asked for a review.').waitFor();
  await page.reload();
  await page.getByText('You asked for a review.').waitFor();
  expect(faults).toEqual([]);
});

it('keeps a half-written prompt over a reload, for this person only', async () => {
  const { page } = await visit({ as: 'Koa Pebble' });
  await openPage(page, '/studio');
  await page.getByLabel(PROMPT).fill('a purple umbrel');
  await openPage(page, '/studio');
  await page.waitForFunction(
    () => document.querySelector<HTMLTextAreaElement>('[name=prompt]')?.value === 'a purple umbrel',
  );
  await page.context().clearCookies();
  await page.goto('/');
  await page.getByRole('button', { name: 'Juno Fern' }).click();
  await page.getByRole('navigation', { name: 'Main' }).first().waitFor();
  await openPage(page, '/studio');
  expect(await page.getByLabel(PROMPT).inputValue()).toBe('');
});

it('cancels a picture that waits or runs', async () => {
  const { page, faults } = await visit({ as: 'Koa Pebble' });
  await openPage(page, '/studio');
  await showEverything(page);
  await page.getByLabel(PROMPT).fill('an orange balloon, at night');
  await page.getByText('Settings', { exact: true }).click();
  await page.getByRole('spinbutton', { name: 'Steps' }).fill('50');
  await page.getByRole('button', { name: 'Generate' }).click();
  await page.getByRole('button', { name: 'Cancel' }).first().click();
  await page.getByRole('figure', { name: 'an orange balloon' }).waitFor({ state: 'hidden' });
  await openPage(page, '/gallery');
  expect(await page.getByRole('link', { name: 'an orange balloon' }).count()).toBe(0);
  expect(faults).toEqual([]);
});

it.each([
  ['light', false],
  ['dark', true],
])('is accessible and fits a phone, in %s', async (_name, dark) => {
  const { page, faults } = await visit({ as: 'Wren Maple', widthPx: 360, heightPx: 740, dark });
  for (const path of ['/studio', '/gallery', '/gallery?shelf=class']) {
    await openPage(page, path);
    await expectFits(page);
    await expectAccessible(page);
  }
  // A class sees what its teacher has said yes to; one's own are there from the first.
  await openPage(page, '/gallery');
  await page.locator('main a[href^="/pictures/"]').first().click();
  await page.getByRole('heading', { name: 'Picture', exact: true }).waitFor();
  await page
    .getByText('Say what it shows')
    .or(page.getByText('This should not be here'))
    .first()
    .click();
  await expectFits(page);
  await expectAccessible(page);
  expect(faults).toEqual([]);
});

it('draws without scripts: the form posts, and the picture is there after a while', async () => {
  const { page, context } = await visit({ as: 'Juno Fern' });
  const plain = await context.browser()!.newContext({
    baseURL: new URL(page.url()).origin,
    javaScriptEnabled: false,
    storageState: await context.storageState(),
  });
  const plainPage = await plain.newPage();
  await plainPage.goto('/studio');
  await plainPage.getByLabel(PROMPT).fill('a green tree, in a meadow');
  // To leave the page before the form is answered would be to take the request back.
  const answered = plainPage.waitForResponse((response) => response.request().method() === 'POST');
  await plainPage.getByRole('button', { name: 'Generate' }).click();
  expect((await answered).status()).toBeLessThan(400);
  await plainPage.waitForLoadState();
  await expect
    .poll(
      async () => {
        await plainPage.goto('/gallery');
        return plainPage.getByRole('link', { name: 'a green tree, in a meadow' }).count();
      },
      { timeout: 25_000 },
    )
    .toBe(1);
});
