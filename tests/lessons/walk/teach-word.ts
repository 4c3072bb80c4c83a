import { readdir } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { Hand } from './hand.ts';

const PICTURES = 'tests/concepts/pictures/octopus';
/** As many as the lesson asks for. */
const TAUGHT = 8;
const TRAINING_TIMEOUT_MS = 400_000;

/** Teaches `<zorp>` in another tab, as far as the first version that can be used. */
export async function teachWord({ page: lesson }: Hand, { tooLong }: { tooLong: boolean }) {
  const page = await lesson.context().newPage();
  await page.goto('/concepts');
  if (tooLong) await page.getByRole('link', { name: /zorp/ }).first().click();
  else await bringPictures(page);
  await page.getByLabel('No picture shows a person’s face').check();
  if (tooLong) await page.getByLabel('Train it too long').check();
  await page
    .getByRole('button', { name: tooLong ? /^Train it again/ : 'Start the training' })
    .click();
  await page.getByText('Learning').waitFor();
  await page.getByRole('heading', { name: 'Use it' }).waitFor({ timeout: TRAINING_TIMEOUT_MS });
  await page.getByRole('button', { name: 'Stop here' }).click();
  await page.getByText('It goes on from its last checkpoint.').waitFor();
  await page.close();
}

async function bringPictures(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Teach something new' }).click();
  await page.getByLabel('Its name').fill('zorp');
  await page.getByLabel('Which of these comes close?').selectOption('ghost');
  await page.getByRole('button', { name: 'Go on to the pictures' }).click();
  const files = (await readdir(PICTURES)).filter((name) => name.endsWith('.png'));
  for (const [index, name] of files.slice(0, TAUGHT).entries()) {
    await page.getByLabel('Or one from this computer').setInputFiles(`${PICTURES}/${name}`);
    await page.getByText(`Pictures to learn from: ${index + 1}`).waitFor();
  }
}
