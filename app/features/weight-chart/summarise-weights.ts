/** One picture: its phrase's weight, and how far it is from the one with weight 1. */
export interface WeightPoint {
  weight: number;
  difference: number;
  pictureId: string;
  baseId: string;
}

/** The pictures of one weight together. */
export interface WeightSummary {
  weight: number;
  count: number;
  median: number;
  least: number;
  most: number;
  /** A picture in the middle and the one that it was measured against, to look at; none for weight 1. */
  example: Pick<WeightPoint, 'pictureId' | 'baseId'> | null;
}

/** Sums points up by weight, the smallest first; weight 1, which nothing is measured for, is 0. */
export function summariseWeights(points: readonly WeightPoint[]): WeightSummary[] {
  if (points.length === 0) return [];
  const groups = new Map<number, WeightPoint[]>();
  for (const point of points)
    groups.set(point.weight, [...(groups.get(point.weight) ?? []), point]);
  const bases = new Set(points.map(({ baseId }) => baseId)).size;
  const one: WeightSummary = {
    weight: 1,
    count: bases,
    median: 0,
    least: 0,
    most: 0,
    example: null,
  };
  return [...groups]
    .map(([weight, group]) => summarise(weight, group))
    .concat(one)
    .sort((a, b) => a.weight - b.weight);
}

function summarise(weight: number, group: WeightPoint[]): WeightSummary {
  const sorted = [...group].sort((a, b) => a.difference - b.difference);
  const middle = Math.floor((sorted.length - 1) / 2);
  const [low, high] = [sorted[middle]!, sorted[Math.ceil((sorted.length - 1) / 2)]!];
  return {
    weight,
    count: sorted.length,
    median: (low.difference + high.difference) / 2,
    least: sorted[0]!.difference,
    most: sorted.at(-1)!.difference,
    example: { pictureId: low.pictureId, baseId: low.baseId },
  };
}
