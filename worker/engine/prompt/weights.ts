/** The factor of a plain `( )`; a plain `[ ]` divides by it. */
export const EMPHASIS = 1.1;

/**
 * Reads a weight as Python's `float` reads `[+-]?[.\d]+`, digits of any script included.
 * Returns undefined for what is no number (`1.2.3`) or is too large to be one.
 */
export function readWeight(text: string): number | undefined {
  const ascii = text.replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)));
  const weight = Number(ascii);
  return Number.isFinite(weight) ? weight : undefined;
}

/** Unicode keeps the decimal digits of a script in runs of ten that begin with its zero. */
function digitValue(digit: string): number {
  const codePoint = digit.codePointAt(0) ?? 0;
  let runStart = codePoint;
  while (/\p{Nd}/u.test(String.fromCodePoint(runStart - 1))) runStart--;
  return (codePoint - runStart) % 10;
}

/** Prints a weight in decimal digits without an exponent, so that `readWeight` gives it back. */
export function formatWeight(weight: number): string {
  const shortest = String(weight);
  const match = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(shortest);
  if (!match) return shortest;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, '0');
}

/** Holds a product of nested weights within what a number can be. */
export function clampWeight(weight: number): number {
  const clamped = Math.min(Math.max(weight, -Number.MAX_VALUE), Number.MAX_VALUE);
  return clamped === 0 ? 0 : clamped;
}
