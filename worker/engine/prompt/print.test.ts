import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePrompt, printPrompt } from './prompt.ts';
import { promptText } from '#tests/fixtures/prompt-text.ts';

const DIALECTS = ['webui', 'classroom'] as const;

test.each([
  ['cute, grey cat:0.7', 'cute, (grey cat:0.7)', 'cute, grey cat:0.7'],
  ['cute, (grey cat:0.7), dog', 'cute, (grey cat:0.7), dog', 'cute, grey cat:0.7, dog'],
  ['a (big) cat', 'a (big:1.1) cat', 'a (big:1.1) cat'],
  ['(a, b:0.7)', '(a, b:0.7)', '(a, b:0.7)'],
  ['Cute:0.10, Grey Cat:0.60', '(Cute:0.1), (Grey Cat:0.6)', 'Cute:0.1, Grey Cat:0.6'],
  ['16:9, \\(x\\)', '16:9, \\(x\\)', '16:9, \\(x\\)'],
  ['cat\\:0.7', 'cat:0.7', 'cat\\:0.7'],
  ['(a BREAK b:1.2) BREAK c', '(a BREAK b:1.2) BREAK c', '(a BREAK b:1.2) BREAK c'],
])('prints %j', (text, webui, classroom) => {
  const parsed = parsePrompt(text, 'classroom');
  expect(printPrompt(parsed, 'webui')).toBe(webui);
  expect(printPrompt(parsed, 'classroom')).toBe(classroom);
});

for (const from of DIALECTS) {
  for (const to of DIALECTS) {
    test(`what ${from} reads, ${to} prints and reads again`, () => {
      fc.assert(
        fc.property(promptText, (text) => {
          const { parts } = parsePrompt(text, from);
          expect(parsePrompt(printPrompt({ parts }, to), to).parts).toEqual(parts);
        }),
        { numRuns: 5000 },
      );
    });
  }
}
