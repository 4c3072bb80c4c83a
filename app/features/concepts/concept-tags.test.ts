import { expect, it } from 'vitest';
import { readConceptTags, writeForEngine } from './concept-tags.ts';

it('reads names and strengths', () => {
  expect(readConceptTags('a <zorp>, in a <Meadow-2:0.5> <inky:9>')).toEqual([
    { name: 'zorp', strength: 1 },
    { name: 'meadow-2', strength: 0.5 },
    { name: 'inky', strength: 2 },
  ]);
});

it.each(['<lora:ink:0.8>', 'a < b', '<>', '<2cats>', '<zorp:>'])('leaves %s alone', (prompt) => {
  expect(readConceptTags(prompt)).toEqual([]);
});

it('hands the engine words with their weight, and no styles', () => {
  const concepts = [
    { name: 'zorp', kind: 'word' as const },
    { name: 'inky', kind: 'style' as const },
  ];
  expect(writeForEngine('a <zorp>, <zorp:0.5> and <blip> <inky:0.7>', concepts)).toBe(
    'a <zorp>, (<zorp>:0.5) and <blip> ',
  );
});
