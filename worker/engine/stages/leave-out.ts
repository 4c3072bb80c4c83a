import type { TokenChunk } from '../tokenizer/chunks.ts';

/** A chunk without the words below some weight, and the share of the whole that it stands for. */
export interface ChunkLayer {
  share: number;
  /** No weight is below 1. */
  chunk: TokenChunk;
  /** The place in the whole chunk that each of its vectors belongs to. */
  places: number[];
}

/**
 * Weights below 1 as shares of prompts that leave words out: `a, b:0.7, c:0.2` is 0.3 of `a`, 0.5 of
 * `a, b` and 0.2 of all of it. So weight 0 is not said at all, which a scaled vector can't mean: a causal
 * encoder tells every later vector, the padding too, what the word says. After Compel's removal of
 * down-weighted tokens (D. Stewart, `embeddings_provider.py`), which blends each of them by itself.
 *
 * What is left out makes room at the end, for padding. Cross-attention does not ask where a vector
 * stands, so the others keep their places and the padding takes those of the words.
 *
 * @returns shares that add up to 1, one layer for each weight below 1 and one for those above
 */
export function leaveOut({ ids, weights }: TokenChunk, padId: number): ChunkLayer[] {
  const low = weights.map((weight) => Math.min(1, Math.max(0, weight)));
  const levels = [...new Set([1, ...low])].sort((a, b) => b - a);
  return levels.flatMap((level, i) => {
    const share = level - (levels[i + 1] ?? 0);
    if (share === 0) return [];
    const all = [...ids.keys()];
    const kept = all.filter((at) => low[at]! >= level);
    const left = all.filter((at) => low[at]! < level);
    const chunk = {
      ids: [...kept.map((at) => ids[at]!), ...left.map(() => padId)],
      weights: [...kept.map((at) => Math.max(1, weights[at]!)), ...left.map(() => 1)],
    };
    return [{ share, chunk, places: [...kept, ...left] }];
  });
}
