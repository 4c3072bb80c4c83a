import { choosePair } from '#app/features/comparisons/ranking/choose-pair.ts';
import { drawNumbers } from '#app/features/comparisons/ranking/draw-numbers.ts';
import type { JudgedPair } from '#app/features/comparisons/ranking/judged-pair.ts';

/**
 * Thirty students judge a few pairs each of thirty pictures, item-00 the best, as the model says: strengths
 * evenly from 2.5 to -2.5 in logs, and a tie one time in ten.
 */
export function judgeClass(seed: number, pairsEach = 5) {
  const draw = drawNumbers(seed + 1000);
  const ids = Array.from({ length: 30 }, (_, i) => `item-${String(i).padStart(2, '0')}`);
  const strength = (id: string) => 2.5 - (5 * ids.indexOf(id)) / 29;
  const pairs: JudgedPair[] = [];
  const students: JudgedPair[][] = Array.from({ length: 30 }, () => []);
  for (let turn = 0; turn < pairsEach; turn++)
    for (const own of students) {
      const pair = choosePair({ itemIds: ids, dealt: pairs, own, draw })!;
      const leftWins = 1 / (1 + Math.exp(strength(pair.rightId) - strength(pair.leftId)));
      const verdict = draw() < 0.1 ? 'tie' : draw() < leftWins ? 'left' : 'right';
      own.push({ ...pair, verdict });
      pairs.push({ ...pair, verdict });
    }
  return { ids, pairs, students };
}
