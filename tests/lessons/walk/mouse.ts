import type { Locator, Page } from 'playwright-core';
import type { Hand } from './hand.ts';

/** Clicks, and draws by pointer. */
export function mouse(page: Page): Hand {
  return {
    page,
    press: (target) => target.click(),
    write: (target, text) => target.fill(text),
    choose: (target) => target.check(),
    select: async (target, at) => {
      await target.selectOption({ index: at });
    },
    draw: (pad, box) => dragOver(page, pad, box),
  };
}

/** Fills a part of the pad in strokes that lie beside each other. */
async function dragOver(page: Page, pad: Locator, box: number): Promise<void> {
  const left = 0.15 + 0.1 * (box % 4);
  for (const down of [0.4, 0.45, 0.5, 0.55, 0.6]) {
    // Looked for before each stroke, as an eye does: a page that still fills itself moves.
    const at = await find(pad);
    await page.mouse.move(...at(left, down));
    await page.mouse.down();
    await page.mouse.move(...at(left + 0.35, down), { steps: 4 });
    await page.mouse.up();
  }
}

/** Where a share of the pad's width and height lies in the window. */
async function find(pad: Locator) {
  await pad.evaluate(async (canvas) => {
    // In the middle, where the page's header does not lie over it.
    canvas.scrollIntoView({ block: 'center', behavior: 'instant' });
    // On a busy computer a press that comes before the new frame meets what lay there before.
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
  });
  const frame = await pad.boundingBox();
  if (!frame) throw new Error('The drawing pad is not to be seen.');
  return (across: number, down: number) =>
    [frame.x + frame.width * across, frame.y + frame.height * down] as const;
}
