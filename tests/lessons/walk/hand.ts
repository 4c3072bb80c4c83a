import type { Locator, Page } from 'playwright-core';

/** The ways in which a student can use a page: by mouse, or by keys alone. */
export interface Hand {
  readonly page: Page;
  /** A button or a link. */
  press(target: Locator): Promise<void>;
  write(target: Locator, text: string): Promise<void>;
  /** A radio button or a checkbox. */
  choose(target: Locator): Promise<void>;
  /** An option of a list, by its place. */
  select(target: Locator, at: number): Promise<void>;
  /** A box on a drawing pad, another one for each number. */
  draw(pad: Locator, box: number): Promise<void>;
}
