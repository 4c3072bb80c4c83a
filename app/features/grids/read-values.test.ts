import { expect, it } from 'vitest';
import { readValues } from './read-values.ts';

it.each([
  ['steps', '5, 10,20', ['5', '10', '20']],
  ['steps', '1-4', ['1', '2', '3', '4']],
  ['guidance', '0.5 to 2 step 0.5', ['0.5', '1', '1.5', '2']],
  ['guidance', '4 to 2', ['4', '3', '2']],
  ['steps', '5, 5, 1-2', ['5', '1', '2']],
  ['prompt', 'a cat, grey; a dog', ['a cat, grey', 'a dog']],
  ['words', 'red, blue', ['red', 'blue']],
  ['sampler', 'dpmpp-2m, euler', ['dpmpp-2m', 'euler']],
  ['steps', ' ', []],
] as const)('%s "%s"', (field, text, values) => {
  expect(readValues(field, text)).toEqual(values);
});

it('has room for twelve', () => {
  expect(readValues('steps', '1-12')).toHaveLength(12);
  expect(readValues('steps', '1-1000000')).toBeNull();
});
