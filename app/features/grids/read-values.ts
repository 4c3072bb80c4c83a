import { TEXT_FIELDS } from './grid-fields.ts';
import type { GridField } from './grid-fields.ts';

const NUMBER = String.raw`-?\d+(?:\.\d+)?`;
/** "1-5", "1 to 5", "0.5 to 2 step 0.5" */
const RANGE = new RegExp(`^(${NUMBER})\\s*(?:-|–|to)\\s*(${NUMBER})(?:\\s*step\\s*(${NUMBER}))?$`);
const MOST_VALUES = 12;

/**
 * Reads the values of an axis as they are typed: a list ("5, 10, 20"), ranges ("1-4", "0 to 2 step 0.5"), or
 * both. Texts that may hold commas are parted by semicolons or lines. Each value once, in their order; an
 * empty list where nothing is typed, null where there are more than a grid has room for.
 */
export function readValues(field: GridField, text: string): string[] | null {
  const parts = text.split(TEXT_FIELDS.includes(field) ? /[;\n]/ : /[,;\n]/);
  const values = parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap((part) => readRange(part) ?? [part]);
  const unique = [...new Set(values)];
  return unique.length > MOST_VALUES ? null : unique;
}

/** Undefined where it is no range. */
function readRange(part: string): string[] | undefined {
  const [, from, to, by = '1'] = RANGE.exec(part) ?? [];
  if (from === undefined || to === undefined) return undefined;
  const step = Math.abs(Number(by));
  const [first, last] = [Number(from), Number(to)];
  if (step === 0 || !Number.isSafeInteger(Math.ceil(Math.abs(last - first)))) return undefined;
  const count = Math.floor(Math.abs(last - first) / step + 1e-9) + 1;
  const sign = last < first ? -1 : 1;
  // One more than fits says as much as all of them.
  return Array.from({ length: Math.min(count, MOST_VALUES + 1) }, (_, index) =>
    String(Number((first + sign * index * step).toFixed(6))),
  );
}
