/**
 * Puts items into an order that looks drawn by chance and is the same each time for the same round, so that a page
 * that is read again shows the same. FNV-1a over the names.
 */
export function orderByChance<T>(items: readonly T[], round: string, nameOf: (item: T) => string) {
  return [...items].sort((a, b) => hash(round + nameOf(a)) - hash(round + nameOf(b)));
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ character.codePointAt(0)!, 0x01000193);
  // The last letters of a name would reach the low digits alone.
  return Math.imul(value ^ (value >>> 15), 0x2c1b3c6d) >>> 0;
}
