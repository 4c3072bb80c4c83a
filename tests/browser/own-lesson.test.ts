import { expect, it } from 'vitest';
import { expectFits, visit } from './browser.ts';
import { expectAccessible, openPage } from './pages.ts';

it('takes a lesson from a copy over a mistake to the class’s list', async () => {
  const teacher = await visit({ as: 'Ms Marigold' });
  const { page } = teacher;
  await openPage(page, '/lessons/be-specific');
  await page.getByRole('button', { name: 'Make it my own' }).click();
  const text = page.getByLabel('Text of the lesson');
  await text.waitFor();
  const before = await text.inputValue();
  const ours = before.replace(/^title: .*$/m, 'title: Be very specific');

  // What is typed is saved, and its mistake named beside it with its line.
  const line = ours.split('\n').length + 1;
  await text.fill(`${ours}\n:::quiz\nWhat?\n:::\n`);
  await page
    .getByRole('button', { name: `Line ${line}` })
    .first()
    .click();
  expect(
    await text.evaluate((field: HTMLTextAreaElement) =>
      field.value.slice(field.selectionStart, field.selectionEnd),
    ),
  ).toBe(':::quiz');
  await page.getByText('The preview waits for the mistakes').waitFor();
  await expectAccessible(page);

  await text.fill(ours.replace('## From words to a picture', '## From your words to a picture'));
  await page.getByRole('heading', { name: '1. From your words to a picture' }).waitFor();
  await page.getByRole('button', { name: 'Publish version 1' }).click();
  await page.getByText('This is version 1, as students have it.').waitFor();
  await page.getByRole('button', { name: 'Give it to Sunflower class' }).click();
  await page.getByRole('button', { name: 'Take it away from Sunflower class' }).waitFor();
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectFits(page);

  const student = await visit({ as: 'Koa Pebble' });
  await openPage(student.page, '/lessons');
  await student.page.getByRole('heading', { name: 'From your teacher' }).waitFor();
  await student.page.getByRole('link', { name: /Be very specific/ }).click();
  await student.page.getByRole('heading', { name: '1. From your words to a picture' }).waitFor();
  await expectAccessible(student.page);
  expect([...teacher.faults, ...student.faults]).toEqual([]);
});
