import { expect, it } from 'vitest';
import { expectFits, visit } from './browser.ts';
import { expectAccessible, openPage } from './pages.ts';

it('lets programs in, makes a token once, tries it, and takes it back', async () => {
  const teacher = await visit({ as: 'Ms Marigold' });
  await openPage(teacher.page, '/classes');
  await teacher.page.getByRole('link', { name: /class/i }).last().click();
  const on = teacher.page.getByRole('button', { name: 'Switch programs on' });
  const off = teacher.page.getByRole('button', { name: 'Switch programs off' });
  await on.or(off).waitFor();
  if (await on.isVisible()) await on.click();
  await off.waitFor();

  const { page, faults } = await visit({ as: 'Pip Otter', widthPx: 360, heightPx: 740 });
  await openPage(page, '/programs/tokens');
  await page.getByLabel('What is it for?').focus();
  await page.keyboard.type('My notebook');
  await page.keyboard.press('Enter');
  const token = await page.getByText(/^easel_/).innerText();
  await expectFits(page);
  await expectAccessible(page);
  await page.reload();
  expect(await page.getByText(/^easel_/).count()).toBe(0);

  await openPage(page, '/programs/api');
  await page
    .getByLabel('What to ask for')
    .selectOption({ label: 'The models of this site (GET /models)' });
  await page.getByLabel('Your token').fill(token);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('Answer: 200').waitFor();
  await expectFits(page);
  await expectAccessible(page);

  await openPage(page, '/programs/tokens');
  await page.getByRole('button', { name: 'Take back My notebook' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click();
  await page.getByText('No tokens yet').waitFor();
  expect([...teacher.faults, ...faults]).toEqual([]);
});

it('draws a table row by row, and names the rows that it can’t', async () => {
  const { page, faults } = await visit({ as: 'Lumi Birch', widthPx: 360, heightPx: 740 });
  await openPage(page, '/programs/tokens');
  await page
    .getByRole('navigation', { name: 'Programs' })
    .getByRole('link', { name: 'Tables' })
    .click();
  await page.getByRole('link', { name: 'New table' }).click();
  await page
    .getByLabel('Table', { exact: true })
    .fill('animal,place\nred fox,in the snow\n,at night\nowl,on a hill');
  await page.getByLabel('Prompt with slots').fill('a {animal}, {where}');
  await page.getByRole('button', { name: 'Look at the rows' }).click();
  await page.getByText('There is no column “where”').waitFor();
  await page.getByLabel('Prompt with slots').fill('a {animal}, {place}');
  await page.getByRole('button', { name: 'Look at the rows' }).click();
  await page.getByText('2 of 3 rows can be drawn.').waitFor();
  await page.getByText('“animal” is empty.').waitFor();
  await expectFits(page);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Make 2 pictures' }).click();
  await page.getByText('2 of 3 drawn, 1 without a picture').waitFor();
  await expectFits(page);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Draw it once more, to compare' }).click();
  await page.getByText('2 of 2 pictures are the very same').waitFor();
  // The browser says of itself that the wrong template was refused.
  expect(faults.filter((fault) => !fault.includes('400'))).toEqual([]);
});

it('makes a picture of the day, runs it, pauses it and removes it', async () => {
  const { page, faults } = await visit({ as: 'Ms Marigold', widthPx: 360, heightPx: 740 });
  await openPage(page, '/programs/renders');
  await page.getByLabel('Name').fill('Picture of the day');
  await page.getByLabel('Prompt').fill('a tree, at night');
  await page.getByRole('button', { name: 'Make it' }).click();
  await page.getByText('It has not run yet.').waitFor();
  await page.getByRole('button', { name: 'Run now' }).click();
  await page.getByText('A picture', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByText('Paused', { exact: true }).waitFor();
  await expectFits(page);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await page.getByText('Nothing runs by itself yet').waitFor();
  expect(faults).toEqual([]);
});
