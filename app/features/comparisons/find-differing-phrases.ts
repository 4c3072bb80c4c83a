import { describePrompt } from '#worker/engine/prompt/prompt.ts';
import type { PromptDialect } from '#worker/engine/prompt/prompt.ts';

interface TypedPrompt {
  prompt: string;
  dialect: string;
}

export interface DifferingPhrases {
  removed: string[];
  added: string[];
  /** How many phrases it takes to get from one prompt to the other: a replaced one counts once. */
  count: number;
}

/** Which comma-separated phrases two prompts do not share; order and capital letters do not count. */
export function findDifferingPhrases(before: TypedPrompt, after: TypedPrompt): DifferingPhrases {
  const added = readPhrases(after);
  const removed = readPhrases(before).filter((phrase) => {
    const at = added.indexOf(phrase);
    if (at >= 0) added.splice(at, 1);
    return at < 0;
  });
  return { removed, added, count: Math.max(removed.length, added.length) };
}

function readPhrases({ prompt, dialect }: TypedPrompt): string[] {
  return describePrompt(prompt, dialect as PromptDialect).map(({ text, weight }) =>
    weight === 1 ? text.toLowerCase() : `${text.toLowerCase()}:${weight}`,
  );
}
