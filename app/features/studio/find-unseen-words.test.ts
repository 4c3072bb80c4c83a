import { expect, it } from 'vitest';
import { findUnseenWords } from './find-unseen-words.ts';

const words = { known: ['red', 'house', '3d', 'close', 'up'], weak: ['dog'] };

it.each([
  ['a word that it knows', 'Red house', [], []],
  ['a word that it never saw', 'red spaceship', ['spaceship'], []],
  ['a word that it barely saw', 'a dog', ['a'], ['dog']],
  ['each word once', 'moon, Moon, MOON', ['moon'], []],
  ['words with digits and hyphens', '3d close-up', [], []],
  ['numbers, which are not words', 'house:0.7 16:9', [], []],
  ['letters of every script', 'дом été', ['дом', 'été'], []],
])('finds %s', (_name, prompt, unseen, barelySeen) => {
  expect(findUnseenWords(prompt, words)).toEqual({ unseen, barelySeen });
});
