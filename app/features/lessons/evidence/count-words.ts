/** Different words of a sentence: the same word again adds nothing to a claim. */
export function countWords(text: string): number {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu)).size;
}
