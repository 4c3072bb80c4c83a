import { lexPrompt } from './lexer.ts';
import { formatWeight, readWeight } from './weights.ts';
import type { LoraTag, PromptError } from './ast.ts';
import type { Token } from './lexer.ts';

const TAG_START = '<lora:';

/** The LoRAs that a prompt names as `<lora:ink:0.8>`, in order; 1 where a tag gives no strength. */
export function readLoraTags(text: string): LoraTag[] {
  return findTags(lexPrompt(text));
}

/** The same from a prompt's tokens. */
export function findTags(tokens: readonly Token[]): LoraTag[] {
  return tokens.flatMap((token) => (token.kind === 'lora' ? [readTag(token)] : []));
}

function readTag({ name, strength, start, end }: Token & { kind: 'lora' }): LoraTag {
  return { name, strength: strength === undefined ? 1 : (readWeight(strength) ?? 1), start, end };
}

/** Names what begins as a tag and is none, or gives a strength that is no number. */
export function findTagErrors(text: string, tokens: readonly Token[]): PromptError[] {
  return tokens.flatMap((token) => {
    const { start, end } = token;
    if (token.kind === 'text' && text.startsWith(TAG_START, start))
      return [{ message: 'A LoRA is written as <lora:name:0.8>.', start, end }];
    if (token.kind !== 'lora' || token.strength === undefined) return [];
    if (readWeight(token.strength) !== undefined) return [];
    return [{ message: `"${token.strength}" is not a number, so it counts as 1.`, start, end }];
  });
}

/** Keeps text that looks like a tag from being one: a lone backslash stands for nothing. */
export function escapeTags(text: string): string {
  return text.replaceAll(TAG_START, '<\\lora:');
}

/**
 * Rewrites a prompt so that it names a LoRA with a strength, or does not name it where the strength
 * is undefined; all else stays as typed.
 */
export function setLora(text: string, name: string, strength: number | undefined): string {
  const [first, ...others] = readLoraTags(text).filter((tag) => tag.name === name);
  const tag = strength === undefined ? '' : `<lora:${name}:${formatWeight(strength)}>`;
  if (!first) return tag === '' ? text : `${text.trimEnd()} ${tag}`.trimStart();
  const withoutOthers = others.reduceRight(
    (left, { start, end }) => left.slice(0, start) + left.slice(end),
    text,
  );
  const before = withoutOthers.slice(0, first.start);
  const after = withoutOthers.slice(first.end);
  return tag === '' ? (before.trimEnd() + after).trim() : before + tag + after;
}
