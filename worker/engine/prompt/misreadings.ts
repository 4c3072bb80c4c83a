import { SPACE } from './characters.ts';
import { NUMBER, PHRASE_END, WEIGHT, matchAt } from './phrase-number.ts';
import { readWeight } from './weights.ts';
import type { PromptError } from './ast.ts';
import type { Token } from './lexer.ts';

const MISPLACED = new RegExp(`:[ \\t]*${NUMBER}(?=${SPACE}+[\\p{L}\\p{N}])`, 'uy');
const DECIMAL_COMMA = new RegExp(`:[ \\t]*\\d,\\d+(?=${PHRASE_END})`, 'uy');
const POINTS = new RegExp(`:[ \\t]*([+-]?[.\\d]+)(?=${PHRASE_END})`, 'uy');

/** Names what looks like a phrase's weight, from the colon at `at` on, and is read otherwise. */
export function findMisreadings(text: string, at: number): PromptError[] {
  const errors: PromptError[] = [];
  const report = (message: string, length: number) =>
    errors.push({ message, start: at, end: at + length });
  const comma = matchAt(DECIMAL_COMMA, text, at)?.[0];
  if (comma) report(`Write the weight with a point: ${comma.replace(',', '.')}`, comma.length);
  const misplaced = matchAt(MISPLACED, text, at)?.[0];
  if (misplaced && !matchAt(WEIGHT, text, at)) {
    report(`A weight ends its phrase: put a comma after ${misplaced}`, misplaced.length);
  }
  const [typed = '', number = ''] = matchAt(POINTS, text, at) ?? [];
  const withoutStop = number.replace(/(?<!\.)\.+$/, '');
  if (/\d/.test(number) && readWeight(withoutStop) === undefined) {
    report(`"${number}" is not a number, so it is read as text.`, typed.length);
  }
  return errors;
}

/** `(16:9)` is a weight in every dialect, though hardly meant as one. */
export function findRatio(text: string, token: Token & { kind: 'close' }): PromptError[] {
  const isRatio = /^\d+$/.test(token.number ?? '') && /\d/.test(text[token.start - 1] ?? '');
  if (!isRatio) return [];
  const message = `This weighs by ${token.number}. Leave the brackets out to write a ratio or a time.`;
  return [{ message, start: token.start, end: token.end }];
}
