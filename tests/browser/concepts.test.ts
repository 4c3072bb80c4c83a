import { expect, it } from 'vitest';
import { expectFits, visit } from './browser.ts';
import { expectAccessible } from './pages.ts';

const PICTURES = 'tests/concepts/pictures/octopus';
/** A busy computer takes a second or two a step until the first checkpoint, which is what can be used. */
const TRAINING_TIMEOUT_MS = 180_000;

it(
  'teaches a word from five pictures, stops, and draws with it',
  { timeout: 300_000 },
  async () => {
    const { page, faults } = await visit({ as: 'Pip Otter', widthPx: 360, heightPx: 740 });
    await page.goto('/concepts');
    await page.getByRole('link', { name: 'Teach something new' }).click();
    await page.getByLabel('Its name').fill('cat');
    await page.getByRole('button', { name: 'Go on to the pictures' }).click();
    await page.getByText('The model knows this word').waitFor();
    await page.getByLabel('Its name').fill('zorp');
    await page.getByLabel('Which of these comes close?').selectOption('ghost');
    await expectFits(page);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Go on to the pictures' }).click();

    await page.getByText('Add 5 more pictures to begin.').waitFor();
    for (const number of [0, 1, 2, 3, 4]) {
      await page
        .getByLabel('Or one from this computer')
        .setInputFiles(`${PICTURES}/0${number}.png`);
      await page.getByText(`Pictures to learn from: ${number + 1}`).waitFor();
    }
    await page.getByLabel('What else is in it?').nth(1).fill('in a meadow');
    await page.getByRole('button', { name: 'Start the training' }).click();
    await page.getByText('Say first that no picture shows a person’s face.').waitFor();
    await page.getByLabel('No picture shows a person’s face').check();
    await page.getByRole('button', { name: 'Start the training' }).click();
    await page.getByText('Learning').waitFor();
    await page.getByRole('heading', { name: 'Use it' }).waitFor({ timeout: TRAINING_TIMEOUT_MS });
    await page.getByRole('button', { name: 'Stop here' }).click();
    await page.getByText('It goes on from its last checkpoint.').waitFor();
    await expectFits(page);
    await expectAccessible(page);
    await page.getByRole('img', { name: /Error on the pictures/ }).waitFor();
    await page.locator('section[aria-label="Before"] img').first().waitFor();

    await page.goto('/studio');
    await page.getByLabel('What should the picture show?').fill('a <zorp:0.8>, in a meadow');
    await page.getByRole('button', { name: /^Generate/ }).click();
    await page.locator('main figure[data-state="finished"] img').first().waitFor();
    // A refused form is an answer of 400, which the console shows as well.
    expect(faults.filter((fault) => !fault.includes('status of 400'))).toEqual([]);
  },
);
