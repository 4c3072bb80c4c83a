interface WordLists {
  known: string[];
  weak: string[];
}

/** The words of a prompt that a model never saw, and those that it barely saw; each once, as typed. */
export function findUnseenWords(
  text: string,
  { known, weak }: WordLists,
): {
  unseen: string[];
  barelySeen: string[];
} {
  const knownWords = new Set(known);
  const weakWords = new Set(weak);
  const typed = new Set(text.toLowerCase().match(/\d*\p{L}[\p{L}\p{M}\d]*/gu));
  const strange = [...typed].filter((word) => !knownWords.has(word));
  return {
    unseen: strange.filter((word) => !weakWords.has(word)),
    barelySeen: strange.filter((word) => weakWords.has(word)),
  };
}
