import { describePrompt } from '#worker/engine/prompt/prompt.ts';
import type { PromptDialect, ReadPhrase } from '#worker/engine/prompt/prompt.ts';

/** Which of a slot's words a prompt uses as a phrase of its own; the first where there are several. */
export function findSlotWord(
  prompt: string,
  dialect: PromptDialect,
  words: readonly string[],
): string | undefined {
  const phrase = findSlotPhrase(prompt, dialect, words);
  return phrase && words.find((word) => isThePhrase(phrase, word));
}

/**
 * Puts `word` into its slot: in place of the phrase that fills it now, or as a new phrase at the end. The word
 * that fills it already is taken out. All else stays as typed, and the old phrase's weight goes with it.
 */
export function fillSlot(
  prompt: string,
  dialect: PromptDialect,
  words: readonly string[],
  word: string,
): string {
  const phrase = findSlotPhrase(prompt, dialect, words);
  if (!phrase) return [prompt.trim().replace(/,$/, ''), word].filter(Boolean).join(', ');
  const before = prompt.slice(0, phrase.start);
  const after = prompt.slice(phrase.end);
  if (!isThePhrase(phrase, word)) return before + word + after;
  if (before.trim() === '') return after.replace(/^\s*,\s*/, '');
  return before.replace(/\s*,\s*$/, '') + after;
}

function findSlotPhrase(prompt: string, dialect: PromptDialect, words: readonly string[]) {
  return describePrompt(prompt, dialect).find((phrase) =>
    words.some((word) => isThePhrase(phrase, word)),
  );
}

/** Whole phrases only: "a cat on a beach" is one thought, and stays as typed. */
function isThePhrase({ text }: ReadPhrase, word: string): boolean {
  return text.trim().toLowerCase() === word.toLowerCase();
}
