import { expect, it } from 'vitest';
import { diffPrompts } from './diff-prompts.ts';

const marked = (before: string, after: string) =>
  diffPrompts(before, after).map((tokens) =>
    tokens.map(({ text, isShared }) => (isShared ? text : `[${text.trim()}]`)).join(''),
  );

it.each([
  ['a grey cat:0.7, on a beach', 'a grey cat:1.2, on a beach', 'a grey cat:[0.7], on a beach'],
  ['a Red house', 'a red house at night', 'a Red house'],
  ['a dog in snow', 'a cat in snow', 'a[dog] in snow'],
  ['', 'a cat', ''],
])('marks what only the first prompt has: %s | %s', (before, after, expected) => {
  expect(marked(before, after)[0]).toBe(expected);
});

it('marks what only the second prompt has, and keeps every letter of both', () => {
  const [before, after] = ['(fox:1.3), BREAK night', 'a (fox), night sky'];
  expect(marked(before, after)).toEqual(['(fox[:][1.3]),[BREAK] night', '[a] (fox), night[sky]']);
  expect(
    diffPrompts(before, after).map((tokens) => tokens.map(({ text }) => text).join('')),
  ).toEqual([before, after]);
});
