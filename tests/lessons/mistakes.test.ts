import { expect, it } from 'vitest';
import { lineOf, MISTAKES, tellMistakes } from './mistakes.ts';

it.each(MISTAKES)('tells the author file, line and sentence of $name', (mistake) => {
  const told = tellMistakes(mistake);
  const sentence = told.find((line) => line.includes(mistake.told));
  expect(sentence, told.join('\n')).toBeDefined();
  const line = Number(/^lessons\/01-be-specific\/lesson\.md:(\d+): /.exec(sentence!)?.[1]);
  // A bracket that is left open is noticed where the next thing begins.
  expect(Math.abs(line - lineOf(mistake.from))).toBeLessThanOrEqual(1);
});
