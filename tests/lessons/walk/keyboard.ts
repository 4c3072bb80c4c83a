import type { Locator, Page } from 'playwright-core';
import type { Hand } from './hand.ts';

/** No page of a lesson has more places to stop at. */
const MOST_TABS = 250;

/** Never touches the mouse. Throws where the Tab key does not lead to a control, or where it is not seen to be there. */
export function keyboard(page: Page): Hand {
  const key = (name: string) => page.keyboard.press(name);
  return {
    page,
    press: async (target) => {
      await tabTo(page, target);
      await key('Enter');
    },
    write: async (target, text) => {
      await tabTo(page, target);
      await key('Control+A');
      await (text ? page.keyboard.insertText(text) : key('Delete'));
    },
    choose: async (target) => {
      const isRadio = (await target.getAttribute('type')) === 'radio';
      await (isRadio ? chooseRadio(page, target) : tabTo(page, target));
      if (!(await target.isChecked())) await key('Space');
    },
    select: async (target, at) => {
      await tabTo(page, target);
      await key('Home');
      for (let down = await selectedIndex(target); down < at; down++) await key('ArrowDown');
    },
    draw: async (pad, box) => {
      await tabTo(page, pad);
      for (let step = 0; step < 2 + 2 * box; step++) await key('ArrowLeft');
      for (let step = 0; step < 3; step++) await key('Shift+ArrowRight');
      await key('Enter');
    },
  };
}

/** Presses Tab until the control has the focus; around the page's end it goes on at its beginning. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let press = 0; press <= MOST_TABS; press++) {
    if (await hasFocus(target)) return requireVisibleFocus(target);
    await page.keyboard.press('Tab');
  }
  throw new Error(`The Tab key never came to ${String(target)}.`);
}

/** Tab leads to a group of radio buttons once, the arrow keys lead through it. */
async function chooseRadio(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  const isInGroup = () =>
    target.evaluate((radio: HTMLInputElement) => {
      const there = document.activeElement;
      return (
        there instanceof HTMLInputElement && there.type === 'radio' && there.name === radio.name
      );
    });
  for (let press = 0; !(await isInGroup()); press++) {
    if (press > MOST_TABS) throw new Error(`The Tab key never came to ${String(target)}.`);
    await page.keyboard.press('Tab');
  }
  for (let press = 0; !(await hasFocus(target)); press++) {
    if (press > MOST_TABS) throw new Error(`The arrow keys never came to ${String(target)}.`);
    await page.keyboard.press('ArrowDown');
  }
  await requireVisibleFocus(target);
}

const hasFocus = (target: Locator) =>
  target.evaluate((element) => element === document.activeElement);

const selectedIndex = (target: Locator) =>
  target.evaluate((select: HTMLSelectElement) => select.selectedIndex);

/** An outline around the control, or on what stands around it. */
async function requireVisibleFocus(target: Locator): Promise<void> {
  const isSeen = await target.evaluate((element) => {
    const around = [element, element.parentElement, element.parentElement?.parentElement];
    return around.some((each) => {
      if (!each) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(each);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
    });
  });
  if (!isSeen) throw new Error(`Nothing shows that the focus is on ${String(target)}.`);
}
