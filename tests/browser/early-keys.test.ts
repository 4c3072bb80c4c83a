import { expect, it } from 'vitest';
import { visit } from './browser.ts';
import { openPage } from './pages.ts';

it('takes a key that is pressed just as the page comes alive', async () => {
  const { page, faults } = await visit({ as: 'Ravi Comet' });
  await page.addInitScript(() => {
    const { addEventListener } = document;
    document.addEventListener = (...listening: Parameters<typeof addEventListener>) => {
      addEventListener.apply(document, listening);
      // React listens to keys from then on, and takes over the page in a later task.
      if (listening[0] !== 'keydown') return;
      document.addEventListener = addEventListener;
      queueMicrotask(() =>
        document.body.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true })),
      );
    };
  });
  await openPage(page, '/studio');
  expect(faults).toEqual([]);
});
