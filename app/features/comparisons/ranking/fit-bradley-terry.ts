import { winShares } from './judged-pair.ts';
import type { JudgedPair } from './judged-pair.ts';

/** How many games each item has drawn in advance against an average one. */
const PRIOR_GAMES = 1;
const MOST_ROUNDS = 2000;
/** The largest change of any strength, in logs, after which a round counts as the last. */
const CLOSE_ENOUGH = 1e-7;

/**
 * Fits the Bradley-Terry model: each item has a strength, and i beats j with the probability
 * strength_i / (strength_i + strength_j). Returns the strengths' natural logarithms, 0 for an average item.
 *
 * Ties are half a win for each side. Each item begins with one drawn game against an item of strength 1, which
 * keeps an item that only won finite, and brings items that never met onto one scale, if weakly. Pairs that
 * name an item outside `itemIds`, or one item twice, are left aside. The order of neither list matters.
 *
 * Source: D. R. Hunter, "MM algorithms for generalized Bradley-Terry models", Annals of Statistics 32(1), 2004,
 * section 2; the prior as in F. Caron and A. Doucet, "Efficient Bayesian inference for generalized Bradley-Terry
 * models", JCGS 21(1), 2012.
 */
export function fitBradleyTerry(
  itemIds: readonly string[],
  pairs: readonly JudgedPair[],
): Map<string, number> {
  const ids = [...new Set(itemIds)].sort();
  const { wins, games } = countGames(ids, pairs);
  let strengths = ids.map(() => 1);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = strengths.map((own, i) => {
      let expected = PRIOR_GAMES / (own + 1);
      for (const [j, played] of games[i]!) expected += played / (own + strengths[j]!);
      return (wins[i]! + PRIOR_GAMES / 2) / expected;
    });
    const change = Math.max(0, ...next.map((now, i) => Math.abs(Math.log(now / strengths[i]!))));
    strengths = next;
    if (change < CLOSE_ENOUGH) break;
  }
  return new Map(ids.map((id, i) => [id, Math.log(strengths[i]!)]));
}

/** Shares of wins by item, and how often each met each other one, in the order of the items. */
function countGames(ids: readonly string[], pairs: readonly JudgedPair[]) {
  const placeOf = new Map(ids.map((id, i) => [id, i]));
  const wins = ids.map(() => 0);
  const met = ids.map(() => new Map<number, number>());
  for (const { leftId, rightId, verdict } of pairs) {
    const [left, right] = [placeOf.get(leftId), placeOf.get(rightId)];
    if (left === undefined || right === undefined || left === right) continue;
    const shares = winShares(verdict);
    wins[left]! += shares.left;
    wins[right]! += shares.right;
    met[left]!.set(right, (met[left]!.get(right) ?? 0) + 1);
    met[right]!.set(left, (met[right]!.get(left) ?? 0) + 1);
  }
  // Sums of floats depend on their order, so the others stand in the order of the items.
  return { wins, games: met.map((others) => [...others].sort(([a], [b]) => a - b)) };
}
