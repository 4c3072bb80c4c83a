import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { promptText } from '#tests/fixtures/prompt-text.ts';
import { splitComposition } from './composition.ts';
import { parsePrompt, planPrompt } from './prompt.ts';
import { resolveSchedule } from './schedule.ts';
import { resolveWildcards } from './wildcards.ts';

const schedule = (text: string, steps = 10) =>
  resolveSchedule(text, steps).map((entry) => [entry.untilStep, entry.text]);

describe('schedules', () => {
  test.each([
    ['test', [[10, 'test']]],
    [
      'a [b:3]',
      [
        [3, 'a '],
        [10, 'a b'],
      ],
    ],
    [
      'a [b: 3 ]',
      [
        [3, 'a '],
        [10, 'a b'],
      ],
    ],
    [
      'a [[[b]]:2]',
      [
        [2, 'a '],
        [10, 'a [[b]]'],
      ],
    ],
    [
      '[(a:2):3]',
      [
        [3, ''],
        [10, '(a:2)'],
      ],
    ],
    [
      'a [b : c : 1] d',
      [
        [1, 'a b  d'],
        [10, 'a  c  d'],
      ],
    ],
    [
      'a[b:[c:d:2]:1]e',
      [
        [1, 'abe'],
        [2, 'ace'],
        [10, 'ade'],
      ],
    ],
    ['a [unbalanced', [[10, 'a [unbalanced']]],
    [
      'a [b:.5] c',
      [
        [5, 'a  c'],
        [10, 'a b c'],
      ],
    ],
    [
      'a [b::.5] c',
      [
        [5, 'a b c'],
        [10, 'a  c'],
      ],
    ],
    ['a [b:c:1.0]', [[10, 'a b']]],
    ['a [b:30]', [[10, 'a ']]],
    ['a [b:0]', [[10, 'a b']]],
    [
      '((a][:b:c [d:3]',
      [
        [3, '((a][:b:c '],
        [10, '((a][:b:c d'],
      ],
    ],
    ['\\[a:3\\] [b]', [[10, '\\[a:3\\] [b]']]],
    ['[a:b:c:3]', [[10, '[a:b:c:3]']]],
  ])('%j', (text, expected) => {
    expect(schedule(text)).toEqual(expected);
  });

  test('alternation takes turns', () => {
    expect(schedule('[fe|]male', 3)).toEqual([
      [1, 'female'],
      [2, 'male'],
      [3, 'female'],
    ]);
    expect(schedule('[a|(b:1.1)|c:0.5]', 4).map(([, text]) => text)).toEqual([
      'a',
      '(b:1.1)',
      'c:0.5',
      'a',
    ]);
  });

  test('any text resolves, and one without brackets stays', () => {
    fc.assert(
      fc.property(promptText, fc.integer({ min: 1, max: 20 }), (text, steps) => {
        const entries = resolveSchedule(text, steps);
        expect(entries.at(-1)?.untilStep).toBe(steps);
        if (!text.includes('[')) expect(entries).toEqual([{ untilStep: steps, text }]);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('compositions', () => {
  const split = (text: string, dialect: 'webui' | 'classroom') =>
    splitComposition(text, dialect).map((prompt) => [prompt.text, prompt.weight]);

  test('webui takes trailing numbers off', () => {
    expect(split('a cat :1.2 AND a dog AND a penguin:2.', 'webui')).toEqual([
      ['a cat', 1.2],
      [' a dog', 1],
      [' a penguin', 2],
    ]);
    expect(split('grey cat:0.7', 'webui')).toEqual([['grey cat', 0.7]]);
    expect(split('SANDY (AND:1.2)', 'webui')).toEqual([
      ['SANDY (', 1],
      [':1.2)', 1],
    ]);
  });

  test('classroom leaves numbers to phrases', () => {
    expect(split('grey cat:0.7', 'classroom')).toEqual([['grey cat:0.7', 1]]);
    expect(split('grey cat:0.7 AND dog :0.5', 'classroom')).toEqual([
      ['grey cat:0.7', 1],
      [' dog', 0.5],
    ]);
  });
});

describe('wildcards', () => {
  test('the same seed picks the same, and all options come', () => {
    const picks = Array.from({ length: 200 }, (_, seed) =>
      resolveWildcards('{a|b|}c', BigInt(seed)),
    );
    const again = Array.from({ length: 200 }, (_, seed) =>
      resolveWildcards('{a|b|}c', BigInt(seed)),
    );
    expect(again).toEqual(picks);
    for (const option of ['ac', 'bc', 'c']) {
      expect(picks.filter((pick) => pick === option).length).toBeGreaterThan(40);
    }
  });

  test.each(['{a}', '{', 'a|b', '}{', '{a|b', '\\{a|b\\}', '{"a": 1}', ''])('%j stays', (text) => {
    expect(resolveWildcards(text, 1n)).toBe(text);
  });

  test('choices nest', () => {
    const picks = new Set(
      Array.from({ length: 100 }, (_, seed) => resolveWildcards('{a|{b|c} d} {e}', BigInt(seed))),
    );
    expect([...picks].sort()).toEqual(['a {e}', 'b d {e}', 'c d {e}']);
  });
});

test('a plain prompt plans as it parses', () => {
  const text = 'cute, (grey cat:0.7) [old] BREAK x';
  expect(planPrompt(text, 'webui', { steps: 8, seed: 1n })).toEqual([
    { weight: 1, schedule: [{ untilStep: 8, parts: parsePrompt(text, 'webui').parts }] },
  ]);
});

test('all of it together', () => {
  const plan = planPrompt('{cat|cat}:0.5 [x:2] AND (dog) :2', 'classroom', { steps: 4, seed: 9n });
  expect(plan).toEqual([
    {
      weight: 1,
      schedule: [
        {
          untilStep: 2,
          parts: [
            { text: 'cat', weight: 0.5 },
            { text: ' ', weight: 1 },
          ],
        },
        { untilStep: 4, parts: [{ text: 'cat:0.5 x', weight: 1 }] },
      ],
    },
    {
      weight: 2,
      schedule: [
        {
          untilStep: 4,
          parts: [
            { text: ' ', weight: 1 },
            { text: 'dog', weight: 1.1 },
          ],
        },
      ],
    },
  ]);
});

test('any text plans', () => {
  fc.assert(
    fc.property(
      promptText,
      fc.constantFrom('webui' as const, 'classroom' as const),
      (text, dialect) => {
        const plan = planPrompt(text, dialect, { steps: 5, seed: 3n });
        expect(plan.length).toBeGreaterThan(0);
        for (const { weight, schedule: entries } of plan) {
          expect(Number.isFinite(weight)).toBe(true);
          expect(entries.at(-1)?.untilStep).toBe(5);
        }
      },
    ),
    { numRuns: 1000 },
  );
});
