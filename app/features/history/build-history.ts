import { findDifferingFields } from '#app/features/comparisons/find-differing-fields.ts';
import type { ComparedGeneration } from '#app/features/comparisons/find-differing-fields.ts';
import { findDifferingPhrases } from '#app/features/comparisons/find-differing-phrases.ts';
import type { DifferingPhrases } from '#app/features/comparisons/find-differing-phrases.ts';
import { listComparedSettings } from '#app/features/comparisons/list-compared-settings.ts';

export interface HistoryGeneration extends ComparedGeneration {
  id: string;
  parentId: string | null;
  createdAt: Date;
  pictures: { id: string; alt: string }[];
}

/** What changed on the way from one picture to the next. */
export interface HistoryChange {
  phrases: DifferingPhrases | null;
  settings: { name: string; before: string; after: string }[];
}

export interface HistoryNode {
  id: string;
  /** None where the run failed, or its picture was hidden or removed. */
  picture: { id: string; alt: string } | null;
  /** None where it is the first of its tree. */
  change: HistoryChange | null;
  children: HistoryNode[];
}

/**
 * Makes trees of generations: each under the one that it came from, with what differs between the two. Those
 * whose parent is not among them are roots, the newest first; children stand in the order they were made.
 */
export function buildHistory(generations: readonly HistoryGeneration[]): HistoryNode[] {
  const known = new Map(generations.map((generation) => [generation.id, generation]));
  const childrenOf = new Map<string, HistoryGeneration[]>();
  for (const generation of generations.toSorted(byTime)) {
    const siblings = childrenOf.get(generation.parentId ?? '') ?? [];
    childrenOf.set(generation.parentId ?? '', [...siblings, generation]);
  }
  const build = (generation: HistoryGeneration): HistoryNode => {
    const parent = known.get(generation.parentId ?? '');
    return {
      id: generation.id,
      picture: generation.pictures[0] ?? null,
      change: parent ? describeChange(parent, generation) : null,
      children: (childrenOf.get(generation.id) ?? []).map(build),
    };
  };
  return generations
    .filter(({ parentId }) => parentId === null || !known.has(parentId))
    .toSorted((a, b) => byTime(b, a))
    .map(build);
}

function describeChange(parent: HistoryGeneration, child: HistoryGeneration): HistoryChange {
  const { differing } = findDifferingFields([parent], [child]);
  const changesWords = differing.includes('prompt') || differing.includes('weights');
  return {
    phrases: changesWords ? findDifferingPhrases(parent, child) : null,
    settings: listComparedSettings([parent, child], differing)
      .filter(({ isDiffering }) => isDiffering)
      .map(({ name, values: [before, after] }) => ({
        name,
        before: before || '–',
        after: after || '–',
      })),
  };
}

function byTime(a: HistoryGeneration, b: HistoryGeneration): number {
  return a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1);
}
