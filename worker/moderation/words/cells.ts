import { foldCharacter, type FoldedCharacter } from './fold-character.ts';

/** One character as a reader may see it. */
export interface Cell extends FoldedCharacter {
  /** Number of the fragment that it belongs to; -1 between fragments. */
  fragment: number;
  /** The character itself, in lower case. */
  sign: string;
  /** Where the character lies in the text, in UTF-16 units. */
  start: number;
  end: number;
}

/** A run of characters with no gap inside; an apostrophe does not part one. */
export interface Fragment {
  /** Its letters where it holds nothing but plain ones, else an empty string. */
  plain: string;
  isNumber: boolean;
  from: number;
  to: number;
}

export interface CellText {
  cells: Cell[];
  fragments: Fragment[];
}

/** No term has a longer row of one letter. */
const MAX_ROW = 4;

/** Splits a text into cells and fragments. Invisible characters and combining marks are dropped. */
export function splitIntoCells(text: string): CellText {
  const cells: Cell[] = [];
  const fragments: Fragment[] = [];
  let open: Fragment | null = null;
  let start = 0;
  for (const character of text) {
    const end = start + character.length;
    for (const folded of foldCharacter(character)) {
      if (folded.kind === 'gap') open = null;
      else if (!open) {
        open = { plain: '', isNumber: true, from: cells.length, to: cells.length };
        fragments.push(open);
      }
      // The fifth of a row and what follows it add nothing but length.
      const row = cells.slice(-MAX_ROW);
      if (row.length === MAX_ROW && row.every((cell) => isSameSign(cell, folded))) {
        cells.at(-1)!.end = end;
        continue;
      }
      const sign = character.toLowerCase();
      cells.push({ ...folded, sign, fragment: open ? fragments.length - 1 : -1, start, end });
      if (open) open.to = cells.length;
    }
    start = end;
  }
  for (const fragment of fragments) describeFragment(fragment, cells);
  return { cells, fragments };
}

function isSameSign(cell: Cell, folded: FoldedCharacter): boolean {
  return cell.letters === folded.letters && cell.kind === folded.kind;
}

function describeFragment(fragment: Fragment, cells: Cell[]): void {
  let isPlain = true;
  for (let index = fragment.from; index < fragment.to; index++) {
    const cell = cells[index]!;
    if (cell.kind !== 'digit') fragment.isNumber = false;
    if (cell.kind === 'letter' && cell.letters.length === 1) fragment.plain += cell.letters;
    // A symbol that only ends the word, as in "stop!", leaves it plain.
    else if (cell.kind !== 'symbol' || (index + 1 < fragment.to && cell.letters !== ''))
      isPlain = false;
  }
  if (!isPlain) fragment.plain = '';
}
