/** Spearman's rank correlation of two orders of the same items. */
export function spearman(truth: string[], order: string[]): number {
  const n = truth.length;
  const squares = truth.reduce((sum, id, place) => sum + (place - order.indexOf(id)) ** 2, 0);
  return 1 - (6 * squares) / (n * (n * n - 1));
}

/** Kendall's tau of two orders of the same items: pairs that stand the same way round, less those that don't. */
export function kendall(truth: string[], order: string[]): number {
  const places = truth.map((id) => order.indexOf(id));
  let sum = 0;
  for (const [at, place] of places.entries())
    for (const later of places.slice(at + 1)) sum += Math.sign(later - place);
  return (2 * sum) / (truth.length * (truth.length - 1));
}
