import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listClassroomPrompts } from './evaluate/classroom-prompts.ts';
import { OBFUSCATIONS, seededRandom } from './evaluate/obfuscations.ts';
import { TRAPS } from './evaluate/traps.ts';
import { checkWords } from './words.ts';

const WORST = [
  'fuck',
  'shit',
  'cunt',
  'bitch',
  'whore',
  'nigger',
  'faggot',
  'pussy',
  'blowjob',
  'orgasm',
];

describe('checkWords', () => {
  it.each(TRAPS)('lets an innocent text pass: %s', (text) => {
    expect(checkWords(text)).toMatchObject({ decision: 'allow' });
  });

  it.each(OBFUSCATIONS)('sees through $name', ({ apply }) => {
    const random = seededRandom(7);
    for (const word of WORST) {
      for (let hand = 0; hand < 10; hand++) {
        const text = `a cat and ${apply(word, random)} on a beach`;
        expect({ text, ...checkWords(text) }).toMatchObject({ text, decision: 'block' });
      }
    }
  });

  it.each(['|3itch', 'l3itch', 'masterb8', 'deep throat', 'gang banging', '2girls1cup', 's.o.b.'])(
    'reads signs together, compounds apart and initials: %s',
    (word) => {
      expect(checkWords(`a picture of ${word}`).decision).toBe('block');
    },
  );

  it.each(['a child starts to sob', 'a cream pie', 'b8 on a map', 'skate 8 and bus 13', 'S. O. B'])(
    'leaves alone what only looks like them: %s',
    (text) => {
      expect(checkWords(text).decision).toBe('allow');
    },
  );

  it('blocks at most one in 200 prompts of a class', () => {
    const prompts = listClassroomPrompts();
    const blocked = prompts.filter((prompt) => checkWords(prompt).decision === 'block');
    expect(prompts).toHaveLength(2000);
    expect(blocked.length).toBeLessThanOrEqual(10);
  });

  it.each([
    ['self-harm', 'a girl who wants to kill myself'],
    ['drugs', 'a boy smoking weed'],
    ['violence', 'a severed head on a table'],
    ['hate', 'white power'],
    ['sexual', 'a naked woman'],
    ['profanity', 'what an asshole'],
  ] as const)('names the category %s', (category, text) => {
    const verdict = checkWords(text);
    expect(verdict.decision).toBe('block');
    expect(verdict.scores[category]).toBeGreaterThan(0.5);
  });

  it('blocks mild words only where the class is strict', () => {
    expect(checkWords('the murder of Caesar')).toMatchObject({
      decision: 'allow',
      severity: 'mild',
    });
    expect(checkWords('the murder of Caesar', { strictness: 'strict' }).decision).toBe('block');
  });

  it('lets pass what the teacher allows, and nothing beside it', () => {
    const allowedWords = ['nude', 'naked woman'];
    expect(checkWords('a nude, a naked woman', { allowedWords }).decision).toBe('allow');
    expect(checkWords('a naked man', { allowedWords }).decision).toBe('block');
    expect(checkWords('a n.u.d.e', { allowedWords }).decision).toBe('block');
  });

  it('says where a match lies in the text as typed', () => {
    const text = '🐈 a s\u200bh1t, here';
    const [match] = checkWords(text).matches;
    expect(text.slice(match!.start, match!.end)).toBe('s\u200bh1t');
  });

  it.each([
    'the class hits',
    'push items',
    "it's hit by a ball",
    'the pen is an ink pen',
    'poor nice dog',
  ])('does not join the words of: %s', (text) => {
    expect(checkWords(text).decision).toBe('allow');
  });

  it('answers any text at all, with places inside it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { matches, decision } = checkWords(text);
        for (const { start, end } of matches) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        if (decision === 'block') expect(matches.length).toBeGreaterThan(0);
      }),
    );
  });

  it('is not slowed down by signs that could be many letters', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'*#!|$@1 5fn.'), maxLength: 400 }),
        (text) => {
          const startedMs = performance.now();
          checkWords(text);
          expect(performance.now() - startedMs).toBeLessThan(1000);
        },
      ),
    );
  });
});
