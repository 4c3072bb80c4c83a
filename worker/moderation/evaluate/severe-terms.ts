import { ProfanityEngine } from '@coffeeandfun/google-profanity-words';
import { profaneWords as toadWords } from '@2toad/profanity';
import { array as badWordsList } from 'badwords-list';
import { splitList } from '../words/lists/split-list.ts';

/**
 * Terms of the lists below that are not severe: a filter for a class may let them pass. They were
 * told apart by reading the lists, before any was run through a filter.
 */
const NOT_SEVERE = splitList([
  // An everyday, historical or scientific sense comes first
  'balls, bastinado, beaver cleaver, big black, birdlock, bloody, breasts, brunette action, butt',
  'blonde action, blonde on blonde action, bullet vibe, bum, clover clamps, cok, cox, cornhole, dike',
  'dink, dinks, dingleberry, dingleberries, dommes, fanny, feck, fecker, fingering, flamer, flange',
  'girl on, gooch, goodpoop, guido, hard core, hardcore, hell, hoar, hoare, hoer, hoes, hore, fecal',
  'hot chick, how to kill, how to murder, huge fat, ball kicking, ball licking, bareback, barenaked',
  'jelly donut, juggs, kum, kums, kumer, kummer, knob, kondum, kondums, leather restraint, negro, nob',
  'lemon party, lust, lusting, make me come, mound of venus, mr hands, muff, muther, octopussy, pawn',
  'pegging, pis, pises, pisin, pising, pisof, playboy, pleasure chest, pollock, pron, ruski, santorum',
  'prince albert piercing, scat, scissoring, screwing, skeet, smeg, snatch, snowballing, spac, sucker',
  'strappado, style doggy, taste my, tea bagging, throating, tied up, tight white, tongue in a, wang',
  'twinkie, violet wand, willies, willy, wrapping men, xx, poof, black cock, giant cock, nazi, bbw',
  'bondage, lolita, domination, tub girl, urethra play, wet dream, doosh, heshe, hot carl, dvda, kawk',
  'blue waffle, babeland, dogging, doggin, fook, fooker, dolcett, nawashi, teets, teez, mutha, numbnuts',
  // Mild, and the same words in disguise
  'bimbos, duche, f4nny, suck, sucks, crap, damn, dammit, god damn, goddamn, goddamned, god-dam, god-damned, poop, bugger, dookie, shag',
  // Medicines, other languages
  'viagra, v1gra, v14gra, cyalis, boiolas, buceta, bastardo, cipa, dirsa, punta, puto, xrated, sexo',
]);

/** Lists that the filter is not built from. */
export async function readOtherLists(): Promise<Record<string, readonly string[]>> {
  return {
    'google-profanity-words 3.0.7': await new ProfanityEngine().all(),
    'badwords-list 2.0.1-4': badWordsList,
    '@2toad/profanity 3.3.0': toadWords.get('en') ?? [],
  };
}

/** Terms that two or more of the lists hold, less the ones that are not severe. */
export async function listSevereTerms(): Promise<{ severe: string[]; setAside: string[] }> {
  const holders = new Map<string, number>();
  for (const list of Object.values(await readOtherLists())) {
    for (const term of new Set(list.map((each) => each.toLowerCase().trim())))
      holders.set(term, (holders.get(term) ?? 0) + 1);
  }
  const shared = [...holders].filter(([, count]) => count >= 2).map(([term]) => term);
  return {
    severe: shared.filter((term) => !NOT_SEVERE.has(term)),
    setAside: shared.filter((term) => NOT_SEVERE.has(term)),
  };
}
