import { expect, it } from 'vitest';
import { expectFits, visit } from './browser.ts';
import { expectAccessible, openPage } from './pages.ts';

it('takes an assignment from the teacher to a student, through the keys of the review, and back', async () => {
  const teacher = await visit({ as: 'Ms Marigold' });
  await openPage(teacher.page, '/classes');
  await teacher.page.getByRole('link', { name: /class/i }).last().click();
  await teacher.page.getByRole('link', { name: 'Assignments' }).click();
  await teacher.page.getByRole('link', { name: 'New assignment' }).click();
  await teacher.page.getByLabel('Title').fill('Say what a seed is');
  await teacher.page.getByLabel('Pictures to attach').fill('0');
  await teacher.page.getByLabel('Words to write').fill('3');
  await teacher.page.getByRole('button', { name: 'Give it to students' }).click();
  await teacher.page.getByRole('button', { name: 'Add a criterion' }).click();
  await teacher.page.getByLabel('Name').fill('Reason');
  await teacher.page.getByRole('button', { name: 'Save the rubric' }).click();
  await teacher.page.getByRole('heading', { name: 'Say what a seed is' }).waitFor();
  const path = new URL(teacher.page.url()).pathname;

  const student = await visit({ as: 'Lumi Birch', widthPx: 360, heightPx: 740 });
  await openPage(student.page, '/assignments');
  await student.page.getByRole('link', { name: 'Say what a seed is' }).click();
  await student.page.getByLabel('Your words').fill('It is where the noise begins.');
  await student.page.getByText('Saved', { exact: true }).waitFor();
  await openPage(student.page, new URL(student.page.url()).pathname);
  expect(await student.page.getByLabel('Your words').inputValue()).toContain('the noise');
  await expectFits(student.page);
  await expectAccessible(student.page);
  await student.page.getByRole('button', { name: 'Turn in' }).click();
  await student.page.getByRole('dialog').getByRole('button', { name: 'Turn in' }).click();
  await student.page.getByText('With your teacher').waitFor();

  await openPage(teacher.page, `${path}/review`);
  await teacher.page.getByText('It is where the noise begins.').waitFor();
  await teacher.page.keyboard.press('3');
  await teacher.page.getByText('2 of 2 points').waitFor();
  await expectAccessible(teacher.page);
  await teacher.page.getByRole('button', { name: 'Return', exact: true }).click();
  await student.page.getByText('2 of 2 points').waitFor();
  expect([...teacher.faults, ...student.faults]).toEqual([]);
});
