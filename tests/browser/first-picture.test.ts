import { expect, it } from 'vitest';
import { expectFits, visit } from './browser.ts';

it('takes a student from a prompt to the gallery, and shows the teacher', async () => {
  const student = await visit({ as: 'Pip Otter' });
  await student.page.goto('/studio');
  await student.page
    .getByLabel('What should the picture show?')
    .fill('a cute, grey cat:0.7, on a beach');
  await student.page.getByRole('button', { name: /^Generate/ }).click();
  // Others of this student may be on the page already.
  const picture = student.page.locator('main img[src*="/pictures/"][alt*="grey cat"]').first();
  await picture.waitFor();
  await student.page.goto('/gallery');
  const tile = student.page.locator('main img[src*="/thumbnail"]').first();
  await tile.waitFor();
  expect(await tile.getAttribute('alt')).toContain('grey cat');
  expect(student.faults).toEqual([]);

  const teacher = await visit({ as: 'Ms Marigold' });
  await teacher.page.goto('/classes');
  await teacher.page.getByRole('link', { name: /class/i }).last().click();
  await teacher.page.locator('main img[src*="/thumbnail"]').first().waitFor();
  expect(teacher.faults).toEqual([]);
});

it.each(['/', '/studio', '/gallery', '/lessons'])('fits a phone: %s', async (path) => {
  const { page, faults } = await visit({ as: 'Juno Fern', widthPx: 360, heightPx: 740 });
  await page.goto(path);
  await expectFits(page);
  expect(faults).toEqual([]);
});
