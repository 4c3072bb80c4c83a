import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describePrompt, setPhraseWeight } from './prompt.ts';
import { promptText } from '#tests/fixtures/prompt-text.ts';

test('lists phrases with their weights and places', () => {
  const text = 'a cute, grey cat:0.7, (red hat:1.2), a (big) dog';
  const phrases = describePrompt(text, 'classroom');
  expect(phrases.map((phrase) => [phrase.text, phrase.weight])).toEqual([
    ['a cute', 1],
    ['grey cat', 0.7],
    ['red hat', 1.2],
    ['a big dog', 1],
  ]);
  expect(phrases.map(({ start, end }) => text.slice(start, end))).toEqual([
    'a cute',
    'grey cat:0.7',
    '(red hat:1.2)',
    'a (big) dog',
  ]);
});

test.each([
  ['classroom', 'a cute, grey cat:0.7', 1, 0.4, 'a cute, grey cat:0.4'],
  ['classroom', 'a cute, grey cat:0.7', 0, 1.3, 'a cute:1.3, grey cat:0.7'],
  ['classroom', 'a cute, grey cat:0.7', 1, 1, 'a cute, grey cat'],
  ['classroom', 'class of 1985, x', 0, 0.5, '(class of 1985:0.5), x'],
  ['classroom', 'a (big) dog, x', 0, 0.5, '(a (big) dog:0.5), x'],
  ['classroom', '"cute, grey":2, x', 0, 0.5, '("cute, grey":0.5), x'],
  ['webui', 'a cute, (grey cat:0.7)', 1, 0.4, 'a cute, (grey cat:0.4)'],
  ['webui', 'a cute, grey cat', 1, 0.4, 'a cute, (grey cat:0.4)'],
  ['webui', '(a, b:0.7), c', 0, 1, '(a, b:1), c'],
  ['webui', '(a (b:2) c:0.7), c', 0, 0.5, '(a (b:2) c:0.5), c'],
  ['webui', 'a', 3, 0.5, 'a'],
  ['classroom', '((cat)), x', 0, 0.5, 'cat:0.5, x'],
  ['classroom', '[a:b:5], x', 0, 0.5, '([a:b:5]:0.5), x'],
  ['classroom', '([a:b:5]:0.5), x', 0, 1, '[a:b:5], x'],
  ['classroom', '{a|b}:0.7, x', 0, 0.5, '({a|b}:0.5), x'],
  ['classroom', 'a (big) dog:0.5', 0, 1, 'a (big) dog'],
] as const)('in %s, sets a weight in %j', (dialect, text, index, weight, expected) => {
  expect(setPhraseWeight(text, dialect, index, weight)).toBe(expected);
});

const words = fc.array(fc.constantFrom('cat', 'big', '16:9', '(red)', 'eyes', '[old]', '(a, b)'), {
  minLength: 1,
  maxLength: 3,
});
const phrase = fc.tuple(words, fc.constantFrom('', ':0.7', ':1.2')).map(([list, weight]) => {
  const text = list.join(' ');
  return /[a-z)\]]$/.test(text) ? text + weight : text;
});

test('a set weight is read back and the other phrases stay', () => {
  fc.assert(
    fc.property(
      fc.array(phrase, { minLength: 1, maxLength: 4 }),
      fc.nat(),
      fc.constantFrom(0, 0.3, 1, 1.45),
      fc.constantFrom('webui' as const, 'classroom' as const),
      (phrases, pick, weight, dialect) => {
        const text = phrases.join(', ');
        const before = describePrompt(text, dialect);
        const index = pick % before.length;
        const after = describePrompt(setPhraseWeight(text, dialect, index, weight), dialect);
        expect(after[index]?.weight).toBeCloseTo(weight, 12);
        expect(after.map((each) => each.text)).toEqual(before.map((each) => each.text));
        const others = (list: typeof before) => list.map((each) => each.weight).toSpliced(index, 1);
        expect(others(after)).toEqual(others(before));
      },
    ),
    { numRuns: 1000 },
  );
});

test('takes any text', () => {
  fc.assert(
    fc.property(
      promptText,
      fc.constantFrom('webui' as const, 'classroom' as const),
      (text, dialect) => {
        for (const [index, { start, end }] of describePrompt(text, dialect).entries()) {
          expect(text.slice(start, end).trim()).not.toBe('');
          expect(setPhraseWeight(text, dialect, index, 0.5)).toBeTypeOf('string');
        }
      },
    ),
    { numRuns: 1000 },
  );
});
