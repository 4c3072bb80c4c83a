import { splitList } from './split-list.ts';

/**
 * Short everyday words. A word that is spelt out over a gap counts only where a piece is none of
 * these: "fu ck" does, "the pen is red" does not.
 */
export const ORDINARY_WORDS: ReadonlySet<string> = splitList([
  'a, i, an, as, at, am, be, by, do, go, he, hi, if, in, is, it, me, my, no, of, oh, on, or, so, to',
  'up, us, we, the, and, ass, bit, but, can, cat, cap, cut, dam, dog, don, fan, far, fin, for, gas',
  'gen, get, had, has, hat, her, hid, him, hip, his, hit, hits, hot, how, its, itch, jam, job, kin',
  'king, lab, lick, lip, lit, man, men, met, mop, nut, off, old, one, ore, our, out, pan, pen, pig',
  'pin, pop, port, pot, pub, put, ran, rat, red, rib, rim, ring, rip, sat, saw, sea, see, set, she',
  'sip, sit, son, sun, tap, tar, ten, test, the, tie, tin, tip, top, tot, two, use, van, via, wan',
  'was, who, why, win, with, won, yes, you, your, back, ball, bang, butt, deep, dung, face, hand',
  'head, hole, hook, horn, lab, lid, less, mar, mole, more, nip, nude, over, pass, rap, robe, sack',
  'shot, slim, some, star, suck, than, that, them, then, they, this, throat, tick, tile, toy, wet',
  'white, will, wing, wolf, work, cock, tail, dick, ens, age, ages, ant, ants, art, arts, ash, ear',
]);
