import { orderByChance } from './order-by-chance.ts';

interface Dealt {
  /** The generation's id. */
  id: string;
  pictureId: string;
  prompt: string;
}

const PROMPTS_A_ROUND = 4;

/** How many different prompts there are: a round needs four. */
export function countPrompts(pictures: readonly Dealt[]): { has: number; needs: number } {
  return {
    has: new Set(pictures.map(({ prompt }) => normalise(prompt))).size,
    needs: PROMPTS_A_ROUND,
  };
}

/**
 * A picture with its prompt among three others of the class, those that share most words with it: what is too
 * different is no riddle. Null where the picture is not there, or there are too few prompts.
 */
export function dealPromptRound<Picture extends Dealt>(
  pictures: readonly Picture[],
  pictureId: string,
): { picture: Picture; options: Picture[] } | null {
  const picture = pictures.find((each) => each.pictureId === pictureId);
  if (!picture) return null;
  const others = new Map<string, Picture>();
  for (const each of orderByChance(pictures, pictureId, ({ id }) => id))
    if (normalise(each.prompt) !== normalise(picture.prompt))
      others.set(normalise(each.prompt), each);
  const nearest = [...others.values()]
    .sort((a, b) => countShared(b.prompt, picture.prompt) - countShared(a.prompt, picture.prompt))
    .slice(0, PROMPTS_A_ROUND - 1);
  if (nearest.length < PROMPTS_A_ROUND - 1) return null;
  return { picture, options: orderByChance([picture, ...nearest], pictureId, ({ id }) => id) };
}

function normalise(prompt: string): string {
  return prompt.trim().toLowerCase().replace(/\s+/g, ' ');
}

function countShared(a: string, b: string): number {
  const words = new Set(wordsOf(b));
  return new Set(wordsOf(a).filter((word) => words.has(word))).size;
}

function wordsOf(prompt: string): string[] {
  return prompt.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
}
