import { drawNumbers } from './draw-numbers.ts';
import { findConnectedSets } from './find-connected-sets.ts';
import { fitBradleyTerry } from './fit-bradley-terry.ts';
import type { JudgedPair } from './judged-pair.ts';

const RESAMPLES = 200;
const SEED = 20;
/** Nine of ten resamples lie in an interval. */
const TAIL = 0.05;

export interface RankedItem {
  id: string;
  /** Logarithm of the Bradley-Terry strength: 0 is average, 1 beats average about 73 times of 100. */
  strength: number;
  /** Where it lies in 90 of 100 resamples of the judgements. */
  low: number;
  high: number;
  /** How often it was judged. */
  judged: number;
}

export interface Ranking {
  /** Best first; equal ones by id, so that the order never depends on the order of judgements. */
  items: RankedItem[];
  /** More than one where some pictures were never compared with the others, even through a third one. */
  sets: string[][];
}

/**
 * Ranks items from judged pairs: Bradley-Terry strengths with percentile intervals of a bootstrap over the
 * judgements (B. Efron, R. Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13). The order of
 * neither list matters.
 */
export function rankItems(
  itemIds: readonly string[],
  pairs: readonly JudgedPair[],
  resamples = RESAMPLES,
): Ranking {
  const known = new Set(itemIds);
  const counted = pairs
    .filter(({ leftId, rightId }) => known.has(leftId) && known.has(rightId))
    .filter(({ leftId, rightId }) => leftId !== rightId)
    // A resample draws by place, so the places must not depend on the order of arrival.
    .sort((a, b) => (pairKey(a) < pairKey(b) ? -1 : 1));
  const strengths = fitBradleyTerry(itemIds, counted);
  const resampled = resampleStrengths(itemIds, counted, resamples);
  const items = [...strengths].map(([id, strength]) => ({
    id,
    strength,
    ...interval(resampled.map((each) => each.get(id)!).concat(strength)),
    judged: counted.filter(({ leftId, rightId }) => leftId === id || rightId === id).length,
  }));
  return {
    items: items.sort((a, b) => b.strength - a.strength || (a.id < b.id ? -1 : 1)),
    sets: findConnectedSets(itemIds, counted),
  };
}

function resampleStrengths(
  itemIds: readonly string[],
  pairs: readonly JudgedPair[],
  resamples: number,
): Map<string, number>[] {
  const draw = drawNumbers(SEED);
  return Array.from({ length: pairs.length > 0 ? resamples : 0 }, () =>
    fitBradleyTerry(
      itemIds,
      pairs.map(() => pairs[Math.floor(draw() * pairs.length)]!),
    ),
  );
}

function interval(values: number[]): { low: number; high: number } {
  const sorted = values.sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))]!;
  return { low: at(TAIL), high: at(1 - TAIL) };
}

function pairKey({ leftId, rightId, verdict }: JudgedPair): string {
  return `${leftId} ${rightId} ${verdict}`;
}
