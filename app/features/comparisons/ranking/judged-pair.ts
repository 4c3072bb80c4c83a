/** What somebody said to a pair: which of the two won, or neither. */
export type PairVerdict = 'left' | 'right' | 'tie' | 'bothBad';

/** One judged pair of items. */
export interface JudgedPair {
  leftId: string;
  rightId: string;
  verdict: PairVerdict;
}

/** What share of a win each side gets; a tie and "both bad" are half a win for each. */
export function winShares(verdict: PairVerdict): { left: number; right: number } {
  if (verdict === 'left') return { left: 1, right: 0 };
  if (verdict === 'right') return { left: 0, right: 1 };
  return { left: 0.5, right: 0.5 };
}
