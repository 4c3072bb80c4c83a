import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePrompt } from './prompt.ts';
import { promptText } from '#tests/fixtures/prompt-text.ts';
import type { PromptDialect, PromptPart } from './prompt.ts';

type Short = [string, number] | 'BREAK';

function shorten(parts: PromptPart[]): Short[] {
  return parts.map((part) => ('text' in part ? [part.text, part.weight] : 'BREAK'));
}

function read(text: string, dialect: PromptDialect): Short[] {
  return shorten(parsePrompt(text, dialect).parts);
}

const WEBUI: Array<[string, Short[]]> = [
  ['', [['', 1]]],
  ['normal text', [['normal text', 1]]],
  [
    'an (important) word',
    [
      ['an ', 1],
      ['important', 1.1],
      [' word', 1],
    ],
  ],
  ['(unbalanced', [['unbalanced', 1.1]]],
  ['\\(literal\\]', [['(literal]', 1]]],
  ['(unnecessary)(parens)', [['unnecessaryparens', 1.1]]],
  [
    'a (((house:1.3)) [on] a (hill:0.5), sun, (((sky))).',
    [
      ['a ', 1],
      ['house', 1.5730000000000004],
      [' ', 1.1],
      ['on', 1],
      [' a ', 1.1],
      ['hill', 0.55],
      [', sun, ', 1.1],
      ['sky', 1.4641000000000006],
      ['.', 1.1],
    ],
  ],
  ['[cat]', [['cat', 0.9090909090909091]]],
  ['[[cat]]', [['cat', 0.8264462809917354]]],
  ['(cat : 0.7 )', [['cat ', 0.7]]],
  ['((cat:1.5))', [['cat', 1.6500000000000001]]],
  [
    '(a (b:1.5) c:1.2)',
    [
      ['a ', 1.2],
      ['b', 1.7999999999999998],
      [' c', 1.2],
    ],
  ],
  ['(a:b:1.5)', [['a:b', 1.5]]],
  ['a) b', [['a) b', 1]]],
  ['(cat:-1)', [['cat', -1]]],
  ['a BREAK b', [['a', 1], 'BREAK', ['b', 1]]],
  // What WebUI's own function gives for its less travelled ways.
  ['()', [['', 1]]],
  ['(:1.3)', [['', 1]]],
  [':1.3)', [[':1.3)', 1]]],
  ['(cat:.5)', [['cat', 0.5]]],
  ['(cat:5.)', [['cat', 5]]],
  ['(cat:+2)', [['cat', 2]]],
  ['(cat:٢)', [['cat', 2]]],
  ['(\\:1.3)', [['', 1.3]]],
  [
    '(a)\\',
    [
      ['a', 1.1],
      ['', 1],
    ],
  ],
  [
    '\\\\(a)',
    [
      ['\\', 1],
      ['a', 1.1],
    ],
  ],
  [
    '(a [b) c]',
    [
      ['a ', 1.1],
      ['b', 1],
      [' c', 0.9090909090909091],
    ],
  ],
  ['BREAK', [['', 1], 'BREAK', ['', 1]]],
  ['a BREAK BREAK b', [['a', 1], 'BREAK', ['', 1], 'BREAK', ['b', 1]]],
  ['(a) BREAK b', [['a', 1.1], ['', 1], 'BREAK', ['b', 1]]],
  ['a\nBREAK\n\nb', [['a', 1], 'BREAK', ['b', 1]]],
  ['BREAKFAST, outBREAK, break, éBREAK', [['BREAKFAST, outBREAK, break, éBREAK', 1]]],
  ['(a BREAK b:1.2)', [['a', 1.2], 'BREAK', ['b', 1.2]]],
  ['grey cat:0.7', [['grey cat:0.7', 1]]],
];

const CLASSROOM: Array<[string, Short[]]> = [
  [
    'cute, grey cat:0.7',
    [
      ['cute, ', 1],
      ['grey cat', 0.7],
    ],
  ],
  [
    'Cute:0.10, Grey Cat:0.60',
    [
      ['Cute', 0.1],
      [', ', 1],
      ['Grey Cat', 0.6],
    ],
  ],
  [
    'a cute, grey cat:0.7, on a beach',
    [
      ['a cute, ', 1],
      ['grey cat', 0.7],
      [', on a beach', 1],
    ],
  ],
  ['16:9, ratio 3:4, at 10:30', [['16:9, ratio 3:4, at 10:30', 1]]],
  ['see http://localhost:8080, x', [['see http://localhost:8080, x', 1]]],
  ['example.com:80', [['example.com:80', 1]]],
  ['https://a.org/b:2', [['https://a.org/b:2', 1]]],
  ['year 1985:0.7', [['year 1985:0.7', 1]]],
  ['style:anime', [['style:anime', 1]]],
  ['cat:3d, cat:0.7x', [['cat:3d, cat:0.7x', 1]]],
  ['cat:70%', [['cat:70%', 1]]],
  ['happy :3', [['happy :3', 1]]],
  [':0.7', [[':0.7', 1]]],
  ['cat\\:0.7', [['cat:0.7', 1]]],
  ['cat:1.2.3', [['cat:1.2.3', 1]]],
  ['grey cat:0.7 on a beach', [['grey cat:0.7 on a beach', 1]]],
  [
    'cat: 0.7 , dog',
    [
      ['cat', 0.7],
      [' , dog', 1],
    ],
  ],
  ['cat:.5', [['cat', 0.5]]],
  ['cat:-1', [['cat', -1]]],
  [
    'кот:0.5，猫:2',
    [
      ['кот', 0.5],
      ['，', 1],
      ['猫', 2],
    ],
  ],
  [
    'a cat:0.7\na dog',
    [
      ['a cat', 0.7],
      ['\na dog', 1],
    ],
  ],
  [
    'a cat:0.7. A dog:0.5.',
    [
      ['a cat', 0.7],
      ['. ', 1],
      ['A dog', 0.5],
      ['.', 1],
    ],
  ],
  ['(grey cat):0.5', [['grey cat', 0.55]]],
  [
    '(cute, grey cat):0.5, x',
    [
      ['cute, grey cat', 0.55],
      [', x', 1],
    ],
  ],
  ['"grey cat":0.7', [['"grey cat"', 0.7]]],
  [
    'a, "cute, grey cat":0.7',
    [
      ['a, ', 1],
      ['"cute, grey cat"', 0.7],
    ],
  ],
  [
    '“big, red”:2, x',
    [
      ['“big, red”', 2],
      [', x', 1],
    ],
  ],
  [
    '"grey cat:0.7"',
    [
      ['"grey cat', 0.7],
      ['"', 1],
    ],
  ],
  ['(grey cat:0.7)', [['grey cat', 0.7]]],
  ['(cute, grey cat:0.7)', [['cute, grey cat', 0.7]]],
  [
    '(a, b:0.5, c:1.2)',
    [
      ['a, ', 1.2],
      ['b', 0.6],
      [', c', 1.2],
    ],
  ],
  [
    'a (big) cat:0.5',
    [
      ['a ', 0.5],
      ['big', 0.55],
      [' cat', 0.5],
    ],
  ],
  ['[cat:0.7]', [['cat:0.7', 0.9090909090909091]]],
  [
    '(a [b) c:0.5',
    [
      ['a ', 0.55],
      ['b', 0.5],
      [' c', 0.45454545454545453],
    ],
  ],
  ['cat:0.7 BREAK dog', [['cat', 0.7], ['', 1], 'BREAK', ['dog', 1]]],
  ['a, BREAK dog:2', [['a,', 1], 'BREAK', ['', 1], ['dog', 2]]],
  ['{a|b}:0.5', [['{a|b}', 0.5]]],
  ['cat :0.7 AND dog:0.5', [['cat :0.7 AND dog', 0.5]]],
];

describe('the webui dialect', () => {
  test.each(WEBUI)('reads %j', (text, expected) => {
    expect(read(text, 'webui')).toEqual(expected);
  });

  test('a weight that is no number leaves its brackets as text and says where', () => {
    const { parts, errors } = parsePrompt('a (b), (cat:1.2.3) d', 'webui');
    expect(shorten(parts)).toEqual([
      ['a ', 1],
      ['b', 1.1],
      [', (cat:1.2.3) d', 1],
    ]);
    expect(errors).toEqual([
      { message: expect.stringContaining('"1.2.3" is not a number'), start: 11, end: 18 },
    ]);
  });

  test('names brackets without a partner', () => {
    expect(parsePrompt('a) [b', 'webui').errors).toMatchObject([
      { start: 1, end: 2 },
      { start: 3, end: 4 },
    ]);
    expect(parsePrompt('a (b) [c]', 'webui').errors).toEqual([]);
  });
});

describe('the classroom dialect', () => {
  test.each(CLASSROOM)('reads %j', (text, expected) => {
    expect(read(text, 'classroom')).toEqual(expected);
  });

  test.each(WEBUI.filter(([text]) => text !== 'grey cat:0.7'))(
    'reads %j as webui does',
    (text, expected) => expect(read(text, 'classroom')).toEqual(expected),
  );

  test.each([
    ['grey cat:0.7 on a beach', 'put a comma after :0.7', 8, 12],
    ['grey cat:0,7, dog', 'with a point: :0.7', 8, 12],
    ['grey cat:1.2.3', '"1.2.3" is not a number', 8, 14],
    ['wide (16:9)', 'weighs by 9', 8, 11],
  ])('explains %j', (text, message, start, end) => {
    expect(parsePrompt(text, 'classroom').errors).toEqual([
      { message: expect.stringContaining(message), start, end },
    ]);
  });
});

test.each(['webui', 'classroom'] as const)('reads any text in %s', (dialect) => {
  fc.assert(
    fc.property(promptText, (text) => {
      const { parts, errors } = parsePrompt(text, dialect);
      expect(parts.length).toBeGreaterThan(0);
      for (const part of parts) if ('text' in part) expect(part.weight).toBeTypeOf('number');
      for (const part of parts) if ('text' in part) expect(Number.isFinite(part.weight)).toBe(true);
      for (const { start, end } of errors) {
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['('.repeat(16_000), 'open brackets'],
  ['(a)'.repeat(5000), 'brackets'],
  ['a:1,'.repeat(4000), 'weights'],
  [`a:${'.'.repeat(16_000)}`, 'points'],
  [`a:${'1.'.repeat(8000)}x`, 'digits'],
  [`a${' '.repeat(16_000)}:x`, 'spaces'],
  ['\\'.repeat(16_000), 'backslashes'],
  ['BREAK '.repeat(3000), 'breaks'],
])('holds its time and its numbers for thousands of %#', (text) => {
  const startMs = performance.now();
  const { parts } = parsePrompt(text, 'classroom');
  expect(performance.now() - startMs).toBeLessThan(3000);
  for (const part of parts) if ('text' in part) expect(Number.isFinite(part.weight)).toBe(true);
});
