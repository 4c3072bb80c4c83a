import { expect, test } from 'vitest';
import { generationFormSchema } from './generation-form.ts';

/** The fields that the form refuses, each with its sentence. */
function faultsOf(changes: Record<string, string>) {
  const result = generationFormSchema.safeParse({ prompt: 'a red house', ...changes });
  return result.error?.flatten().fieldErrors ?? {};
}

test.each([
  ['prompt', '', 'Write a prompt first.'],
  ['prompt', 'a boat\0', 'A prompt can’t hold control characters.'],
  ['prompt', 'word '.repeat(10_000), 'A prompt is at most 4,000 characters long.'],
  ['negativePrompt', 'fog\u001b[2J', 'A negative prompt can’t hold control characters.'],
  ['seed', '-1', 'A seed is a whole number, 0 or more.'],
  ['seed', '9223372036854775808', 'This seed is too large.'],
  ['size', '100x128', 'Width and height must be divisible by 8.'],
  ['size', '2048x2048', 'Width and height are between 64 and 1024 pixels.'],
])('%s %j is refused', (field, value, sentence) => {
  expect(faultsOf({ [field]: value })).toEqual({ [field]: [sentence] });
});

test.each(['steps', 'guidance'])('%s is a number within bounds', (field) => {
  for (const value of ['NaN', 'Infinity', '-1', '1e9', 'many']) {
    expect(Object.keys(faultsOf({ [field]: value })), value).toEqual([field]);
  }
});

test('line breaks and other scripts are text', () => {
  expect(faultsOf({ prompt: 'un château\nà côté\tde 海 🌊' })).toEqual({});
});
