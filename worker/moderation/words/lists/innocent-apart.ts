import { splitList } from './split-list.ts';

/** Compounds that say something else, or nothing, when they are written as two words. */
export const INNOCENT_APART: ReadonlySet<string> = splitList([
  'camel toe, cream pie, nut sack, three some, four some, fore skin, fores kin, she male, fag got',
  'pun any, jungle bun, cotton pick, who ring, spun king, sex ting, pan ties, wan kin, inter course',
  'erect ion, erect ions, sad ism, spas tic, tit ties, zipper head, bog trotter, wet back, ball sac',
]);
