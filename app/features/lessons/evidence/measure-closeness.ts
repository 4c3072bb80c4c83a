/** Words that carry no picture of their own. */
const SMALL_WORDS = new Set(['a', 'an', 'the', 'in', 'on', 'at', 'with', 'of', 'and']);

/** What share of a picture's own prompt the words of another prompt name: 0 to 1. */
export function measureCloseness(prompt: string, targetPrompt: string): number {
  const named = readWords(prompt);
  const target = [...readWords(targetPrompt)];
  return target.filter((word) => named.has(word)).length / target.length;
}

function readWords(prompt: string): Set<string> {
  const words = prompt.toLowerCase().match(/\p{L}[\p{L}\d]*|\d+[a-z]\b/gu) ?? [];
  return new Set(words.filter((word) => !SMALL_WORDS.has(word)));
}
