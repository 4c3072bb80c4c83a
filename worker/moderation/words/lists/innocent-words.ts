import { splitList } from './split-list.ts';

/** Whole words that hold a root, or look like a listed word, in good faith. */
export const INNOCENT_WORDS: ReadonlySet<string> = splitList([
  'scunthorpe, shiitake, shitake, shiitakes, therapist, therapists',
]);

/** Phrases in which a listed word is innocent. */
export const INNOCENT_PHRASES: ReadonlySet<string> = splitList([
  'dick whittington, moby dick, dick turpin, dick van dyke, philip k dick, dick bruna, dick tracy',
  'dick grayson, dick barton, spotted dick, tom dick, cock robin, cock crow, cock crows',
  'cock crowing, cock crowed, cock a doodle doo, blue tit, blue tits, great tit, great tits',
  'coal tit, coal tits, marsh tit, willow tit, crested tit, long tailed tit, bearded tit, tit mouse',
  'pussy willow, pussy willows, pussy cat, pussy cats, pussy foot, naked eye, naked mole rat',
  'naked mole rats, naked flame, naked flames, maine coon, maine coons, magic mushrooms in mario',
  'weather cock, stop cock, peace pipe, pot of gold, queen anne, dead body of water, prick up',
  'prick ears, pricks up, pricks its, pricks his, pricks her, prick a finger, chink of light',
  'chinks of light, chink in, sex of a, opposite sex, same sex, bull in a, raccoon, fire retardant',
  'suicide squad, wild ass, wild asses, ass and ox, ox and ass, ox and an ass, donkey ass',
  'blood orange, blood oranges, blood moon, bloody mary, killer whale, killer whales',
  'al gore, gore tex, opium war, opium wars, wine glass, wine red, wine dark, hitler youth history',
]);
