/** Where each word of a text stands, in UTF-16 units, `end` exclusive. Weights and signs belong to their word. */
export function findWordSpans(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/\S+/g)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }));
}
