import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { promptText } from '#tests/fixtures/prompt-text.ts';
import {
  describePrompt,
  parsePrompt,
  planPrompt,
  printPrompt,
  readLoraTags,
  setLora,
} from './prompt.ts';

const tagsOf = (text: string) =>
  readLoraTags(text).map(({ name, strength }) => [name, strength] as const);

test('names LoRAs with their strengths, and leaves their tags out of the text', () => {
  const text = 'a castle:0.7 <lora:ink wash:0.8>, at night<lora:tiny>';
  const { parts, loras, errors } = parsePrompt(text, 'classroom');
  expect(parts).toEqual([
    { text: 'a castle', weight: 0.7 },
    { text: ' , at night', weight: 1 },
  ]);
  expect(loras).toEqual([
    { name: 'ink wash', strength: 0.8, start: 13, end: 32 },
    { name: 'tiny', strength: 1, start: 42, end: 53 },
  ]);
  expect(errors).toEqual([]);
  expect(describePrompt(text, 'classroom').map((phrase) => phrase.text)).toEqual([
    'a castle',
    'at night',
  ]);
});

test('a tag within brackets, a choice or a schedule counts for the whole picture', () => {
  const text = '(a cat <lora:a:0.5>:1.2) {b <lora:b:2>|c} [d:<lora:c:-1>:3]';
  expect(tagsOf(text)).toEqual([
    ['a', 0.5],
    ['b', 2],
    ['c', -1],
  ]);
  const [plan] = planPrompt(text, 'webui', { steps: 10, seed: 1n });
  expect(JSON.stringify(plan)).not.toContain('lora');
});

test.each([
  ['a <lora:ink', 'A LoRA is written as <lora:name:0.8>.', 2],
  ['a <lora:ink:much>', 'A LoRA is written as <lora:name:0.8>.', 2],
  ['a <lora:ink:1.2.3>', '"1.2.3" is not a number, so it counts as 1.', 2],
])('%j: %s', (text, message, start) => {
  expect(parsePrompt(text, 'classroom').errors).toContainEqual(
    expect.objectContaining({ message, start }),
  );
});

test.each(['(<)', 'a :< b', '[<] cat'])('%j names no LoRA, not even a wrong one', (text) => {
  expect(parsePrompt(text, 'webui')).toMatchObject({ loras: [], errors: [] });
});

test('a sign that begins no tag is text', () => {
  expect(parsePrompt('3 < 4', 'webui')).toMatchObject({ parts: [{ text: '3 < 4' }], errors: [] });
});

describe('a strength is set', () => {
  test.each([
    ['a cat', 0.5, 'a cat <lora:ink:0.5>'],
    ['', 1, '<lora:ink:1>'],
    ['a <lora:ink:1> cat', 0.25, 'a <lora:ink:0.25> cat'],
    ['a <lora:ink> cat <lora:ink:2>', undefined, 'a cat'],
    ['a cat', undefined, 'a cat'],
  ])('%j to %s', (text, strength, expected) => {
    expect(setLora(text, 'ink', strength)).toBe(expected);
  });
});

test('what is printed names the same LoRAs and has the same parts', () => {
  fc.assert(
    fc.property(
      promptText,
      fc.constantFrom('webui' as const, 'classroom' as const),
      (text, dialect) => {
        const parsed = parsePrompt(text, dialect);
        const printed = printPrompt(parsed, dialect);
        expect(parsePrompt(printed, dialect).parts).toEqual(parsed.parts);
        expect(tagsOf(printed)).toEqual(tagsOf(text));
      },
    ),
    { numRuns: 2000 },
  );
});
