import type { JudgedPair } from './judged-pair.ts';

/**
 * Splits items into sets that were compared with each other, directly or through others; the largest first,
 * each sorted. Between two sets nobody has judged, so which is better is not known.
 */
export function findConnectedSets(
  itemIds: readonly string[],
  pairs: readonly JudgedPair[],
): string[][] {
  const neighbours = new Map<string, Set<string>>(itemIds.map((id) => [id, new Set()]));
  for (const { leftId, rightId } of pairs) {
    if (!neighbours.has(leftId) || !neighbours.has(rightId)) continue;
    neighbours.get(leftId)!.add(rightId);
    neighbours.get(rightId)!.add(leftId);
  }
  const sets: string[][] = [];
  const seen = new Set<string>();
  for (const start of [...neighbours.keys()].sort()) {
    if (seen.has(start)) continue;
    const reached = [start];
    seen.add(start);
    for (const id of reached)
      for (const next of neighbours.get(id)!) {
        if (seen.has(next)) continue;
        seen.add(next);
        reached.push(next);
      }
    sets.push(reached.sort());
  }
  return sets.sort((a, b) => b.length - a.length || (a[0]! < b[0]! ? -1 : 1));
}
