/**
 * Multiplies each token's vector by its weight, in place, and then scales all so that their mean is
 * what it was: WebUI's emphasis ("Original" in `sd_emphasis.py`).
 *
 * @param vectors one chunk, [tokens, width]
 * @param weights one for each token of the chunk
 */
export function weightTokens(
  vectors: Float32Array,
  width: number,
  weights: readonly number[],
): void {
  if (weights.every((weight) => weight === 1)) return;
  const before = sum(vectors);
  weights.forEach((weight, token) => {
    for (let i = token * width; i < (token + 1) * width; i++) vectors[i] = vectors[i]! * weight;
  });
  const after = sum(vectors);
  if (after === 0) return;
  const restore = before / after;
  for (let i = 0; i < vectors.length; i++) vectors[i] = vectors[i]! * restore;
}

function sum(values: Float32Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
