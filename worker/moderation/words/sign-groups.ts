import type { Cell } from './cells.ts';

/** Signs side by side that are read as one letter, and a digit that is read as a syllable. */
const SIGN_GROUPS: Readonly<Record<string, string>> = {
  // Drawn letters, from the published leet alphabets
  l3: 'b',
  '|3': 'b',
  '13': 'b',
  '!3': 'b',
  i3: 'b',
  '|)': 'd',
  '|]': 'd',
  '|=': 'f',
  '|-|': 'h',
  '|<': 'k',
  '|{': 'k',
  '()': 'o',
  '|_|': 'u',
  '\\/': 'v',
  '\\/\\/': 'w',
  '/\\': 'a',
  // Sounds, as in "gr8"
  '8': 'ate',
  '1': 'one',
  '2': 'two',
  '3': 'three',
  '4': 'for',
};

const LONGEST = Math.max(...Object.keys(SIGN_GROUPS).map((signs) => signs.length));

/** The letters that the signs from cell `from` on may spell together, and how many cells they take. */
export function* readSignGroups(
  cells: readonly Cell[],
  from: number,
): Generator<{ letters: string; width: number }> {
  let signs = '';
  for (let width = 1; width <= LONGEST && from + width <= cells.length; width++) {
    signs += cells[from + width - 1]!.sign;
    const letters = SIGN_GROUPS[signs];
    if (letters) yield { letters, width };
  }
}
