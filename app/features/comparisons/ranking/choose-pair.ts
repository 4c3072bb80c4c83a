export interface DealtPair {
  leftId: string;
  rightId: string;
}

interface ChoosePairOptions {
  itemIds: readonly string[];
  /** All pairs that were dealt to anyone so far. */
  dealt: readonly DealtPair[];
  /** Those of them that this judge has had. */
  own: readonly DealtPair[];
  /** From 0 up to 1. */
  draw: () => number;
}

/**
 * Chooses the next pair for a judge, so that all items are judged about equally often: the item dealt least,
 * with the one dealt least among those that it was dealt with least. Nobody gets a pair twice while there are
 * others. Which of equal items, and which side each is on, is drawn. Null where no pair is left.
 */
export function choosePair({ itemIds, dealt, own, draw }: ChoosePairOptions): DealtPair | null {
  const counts = countPairs(dealt);
  const had = countPairs(own);
  const candidates = [...new Set(itemIds)]
    .flatMap((a, i, all) => all.slice(i + 1).map((b) => ({ a, b })))
    .filter(({ a, b }) => !had.has(pairName(a, b)))
    .map(({ a, b }) => {
      const [one = 0, other = 0] = [counts.get(a), counts.get(b)];
      const least = Math.min(one, other);
      return {
        a,
        b,
        cost: [least, counts.get(pairName(a, b)) ?? 0, one + other - least],
        luck: draw(),
      };
    })
    .sort((x, y) => compareCosts(x.cost, y.cost) || x.luck - y.luck);
  const [chosen] = candidates;
  if (!chosen) return null;
  const { a, b } = chosen;
  return draw() < 0.5 ? { leftId: a, rightId: b } : { leftId: b, rightId: a };
}

/** How often each item, and each pair under its name, was dealt. */
function countPairs(pairs: readonly DealtPair[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { leftId, rightId } of pairs)
    for (const key of [leftId, rightId, pairName(leftId, rightId)])
      counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function pairName(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

function compareCosts(a: number[], b: number[]): number {
  return a.map((cost, i) => cost - b[i]!).find((difference) => difference !== 0) ?? 0;
}
