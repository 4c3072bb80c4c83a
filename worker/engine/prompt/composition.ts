import { SPACE } from './characters.ts';
import { clampWeight } from './weights.ts';
import type { PromptDialect, WeightedText } from './ast.ts';

const AND = /(?<![\p{L}\p{N}_])AND(?![\p{L}\p{N}_])/u;
const NUMBER = '([-+]?(?:\\d+\\.?|\\d*\\.\\d+))';
const TRAILING = new RegExp(`${SPACE}*:${SPACE}*${NUMBER}${SPACE}*$`, 'u');
const TRAILING_AFTER_SPACE = new RegExp(`${SPACE}+:${SPACE}*${NUMBER}${SPACE}*$`, 'u');

/**
 * Splits a prompt at `AND` into prompts whose guidance is added up, each scaled by its weight.
 * `webui` takes a trailing `:0.7` off each, even off a prompt without `AND`, as its
 * `get_multicond_prompt_list` does. In `classroom` that number belongs to the last phrase, so the
 * weight of a prompt stands apart (`a cat :1.2 AND a dog`) and counts beside an `AND` only.
 */
export function splitComposition(text: string, dialect: PromptDialect): WeightedText[] {
  const prompts = text.split(AND);
  if (dialect === 'classroom' && prompts.length === 1) return [{ text, weight: 1 }];
  const trailing = dialect === 'webui' ? TRAILING : TRAILING_AFTER_SPACE;
  return prompts.map((prompt) => {
    const match = trailing.exec(prompt);
    if (!match) return { text: prompt.trimEnd(), weight: 1 };
    return { text: prompt.slice(0, match.index), weight: clampWeight(Number(match[1])) };
  });
}
