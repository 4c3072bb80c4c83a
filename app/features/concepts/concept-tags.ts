import type { ConceptRecord } from './concept-record.ts';

/** `<name>` or `<name:0.7>` in a prompt. */
export interface ConceptTag {
  name: string;
  strength: number;
}

const TAG = /<([a-z][a-z0-9-]*)(?::(\d+(?:\.\d+)?|\.\d+))?>/giu;
const MOST_STRENGTH = 2;

/** The words and styles that a prompt names, and how strongly each is to act: 1 where it does not say. */
export function readConceptTags(prompt: string): ConceptTag[] {
  return [...prompt.matchAll(TAG)].map(([, name = '', strength]) => ({
    name: name.toLowerCase(),
    strength: strengthOf(strength),
  }));
}

/**
 * A prompt as the engine reads it: a word keeps its place, with its strength as a weight in brackets; a style
 * changes the model, so it is no part of the text.
 */
export function writeForEngine(
  prompt: string,
  concepts: readonly Pick<ConceptRecord, 'name' | 'kind'>[],
): string {
  const kinds = new Map(concepts.map(({ name, kind }) => [name, kind]));
  return prompt.replace(TAG, (tag, name: string, strength?: string) => {
    const kind = kinds.get(name.toLowerCase());
    if (kind === undefined) return tag;
    if (kind === 'style') return '';
    const weight = strengthOf(strength);
    return weight === 1 ? `<${name}>` : `(<${name}>:${weight})`;
  });
}

function strengthOf(text: string | undefined): number {
  return text === undefined ? 1 : Math.min(Number(text), MOST_STRENGTH);
}
