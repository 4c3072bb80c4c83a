import { Profanity } from '@2toad/profanity';
import { AllProfanity } from 'allprofanity';
import { Filter as BadWords } from 'bad-words';
import {
  englishDataset,
  englishRecommendedTransformers,
  RegExpMatcher as ObscenityMatcher,
} from 'obscenity';
import { checkWords } from '../words.ts';

export interface WordFilter {
  name: string;
  blocks(text: string): boolean;
}

/** Ours, and the npm filters that it is compared with, each with its recommended settings. */
export function listFilters(): WordFilter[] {
  const obscenity = new ObscenityMatcher({
    ...englishDataset.build(),
    ...englishRecommendedTransformers,
  });
  const allProfanity = new AllProfanity();
  const badWords = new BadWords();
  const toad = new Profanity();
  return [
    { name: 'easel', blocks: (text) => checkWords(text).decision === 'block' },
    { name: 'obscenity 0.4.6', blocks: (text) => obscenity.hasMatch(text) },
    { name: 'allprofanity 2.4.0', blocks: (text) => allProfanity.check(text) },
    { name: 'bad-words 4.1.5', blocks: (text) => badWords.isProfane(text) },
    { name: '@2toad/profanity 3.3.0', blocks: (text) => toad.exists(text) },
  ];
}
