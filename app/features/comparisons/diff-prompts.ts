export interface PromptToken {
  /** As typed, with the space before it. */
  text: string;
  /** Whether the other prompt has it too, at this place in the order. */
  isShared: boolean;
}

/** Words, numbers with their sign and point, and each other mark alone: `cat:0.7` is `cat`, `:`, `0.7`. */
const TOKEN = /\s*(?:-?\d+(?:\.\d+)?|[\p{L}\p{M}\p{N}'’_-]+|\S)/gu;

/**
 * Marks in two prompts the tokens that they don't share: those outside the longest common subsequence, capital
 * letters and spaces left aside.
 *
 * Source: D. S. Hirschberg, "A linear space algorithm for computing maximal common subsequences", CACM 18(6),
 * 1975, for the recurrence; prompts are short enough for the whole table.
 */
export function diffPrompts(before: string, after: string): [PromptToken[], PromptToken[]] {
  const [left, right] = [splitTokens(before), splitTokens(after)];
  const lengths = commonLengths(left, right);
  let [i, j] = [0, 0];
  while (i < left.length && j < right.length) {
    if (sameToken(left[i]!, right[j]!)) {
      left[i++]!.isShared = true;
      right[j++]!.isShared = true;
    } else if (lengths[i + 1]![j]! >= lengths[i]![j + 1]!) i++;
    else j++;
  }
  return [left, right];
}

function splitTokens(prompt: string): PromptToken[] {
  return (prompt.match(TOKEN) ?? []).map((text) => ({ text, isShared: false }));
}

function sameToken(a: PromptToken, b: PromptToken): boolean {
  return a.text.trim().toLowerCase() === b.text.trim().toLowerCase();
}

/** At [i][j]: how many tokens the rest of `left` from i and the rest of `right` from j have in common. */
function commonLengths(left: PromptToken[], right: PromptToken[]): number[][] {
  const table = Array.from({ length: left.length + 1 }, () =>
    new Array<number>(right.length + 1).fill(0),
  );
  for (let i = left.length - 1; i >= 0; i--)
    for (let j = right.length - 1; j >= 0; j--)
      table[i]![j] = sameToken(left[i]!, right[j]!)
        ? table[i + 1]![j + 1]! + 1
        : Math.max(table[i + 1]![j]!, table[i]![j + 1]!);
  return table;
}
