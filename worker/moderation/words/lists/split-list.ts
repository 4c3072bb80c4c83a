import type { TermEntry, TermSeverity, WordCategory } from '../term.ts';

/** Reads lists that are written several words a line, with commas between. */
export function splitList(lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(', ')));
}

/** The entries of a list whose words share a category and a rank. */
export function entries(
  category: WordCategory,
  severity: TermSeverity,
  lines: readonly string[],
): TermEntry[] {
  return [...splitList(lines)].map((text): TermEntry => [text, category, severity]);
}
