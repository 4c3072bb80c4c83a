/** Reads lists that are written several words a line, with commas between. */
export function splitList(lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(', ')));
}
