import { checkWords } from './words.ts';
import type { WordOptions } from './words.ts';

export interface PromptsVerdict {
  gate: string;
  decision: 'allow' | 'block';
  reason: string;
  scores: Record<string, number>;
}

/**
 * Judges both prompts of a request before anything is drawn. The negative prompt is read by classmates
 * too, so it is held to the same rule, except that it may name what it keeps away: sex and violence.
 */
export function checkPrompts(
  prompts: { prompt: string; negativePrompt: string },
  options: WordOptions = {},
): PromptsVerdict {
  const prompt = checkWords(prompts.prompt, options);
  const negative = checkWords(prompts.negativePrompt, options);
  const abusive = negative.decision === 'block' && negative.scores.hate > 0;
  const blocked = prompt.decision === 'block' ? 'prompt' : abusive ? 'negativePrompt' : undefined;
  return {
    gate: prompt.filter,
    decision: blocked ? 'block' : 'allow',
    reason: blocked ?? 'clear',
    scores: blocked === 'negativePrompt' ? negative.scores : prompt.scores,
  };
}
