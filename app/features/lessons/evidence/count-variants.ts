import { settingsKey } from '#app/features/comparisons/find-differing-fields.ts';
import { describePrompt } from '#worker/engine/prompt/prompt.ts';
import type { PromptDialect } from '#worker/engine/prompt/prompt.ts';
import type { LogEntry } from '../find-lesson-log.server.ts';

/** The most weights that one phrase took while its neighbours, the seed and all else stayed. */
export function countWeights(made: LogEntry[]): number {
  const variants = made.flatMap((entry) => {
    const phrases = describePrompt(entry.prompt, entry.dialect as PromptDialect);
    const { seed, steps, guidance, sampler, negativePrompt } = entry;
    return phrases.map(({ weight }, index) => {
      const rest = phrases.map(({ text, weight }, at) => [text, at === index ? null : weight]);
      const key = [rest, String(seed), steps, guidance, sampler, negativePrompt];
      return { key: JSON.stringify(key), value: weight };
    });
  });
  return countMost(variants);
}

/** The most strengths that one picture was drawn over with while all else stayed. */
export function countStrengths(made: LogEntry[]): number {
  const begun = made.filter(({ parentId, startSha256 }) => parentId && startSha256);
  return countMost(
    begun.map((entry) => ({ key: keyWithout(entry, { strength: null }), value: entry.strength })),
  );
}

/**
 * The most prompts that were drawn with one sketch while all else stayed: one that steered the model, or one that
 * the run began from.
 */
export function countPrompts(made: LogEntry[]): number {
  const steered = made.filter(
    ({ controls, startSha256 }) => startSha256 || (Array.isArray(controls) && controls.length > 0),
  );
  return countMost(
    steered.map((entry) => ({
      key: keyWithout(entry, { prompt: '' }),
      value: entry.prompt.trim().toLowerCase(),
    })),
  );
}

/** The most models that drew one prompt from one seed while all else stayed. */
export function countModels(made: LogEntry[]): number {
  return countMost(
    made.map((entry) => ({ key: keyWithout(entry, { modelId: '' }), value: entry.modelId })),
  );
}

function keyWithout(entry: LogEntry, same: Partial<LogEntry>): string {
  return `${entry.seed} ${settingsKey({ ...entry, ...same })}`;
}

/** The size of the largest set of different values that share a key. */
function countMost(variants: { key: string; value: unknown }[]): number {
  const groups = new Map<string, Set<unknown>>();
  for (const { key, value } of variants) groups.set(key, (groups.get(key) ?? new Set()).add(value));
  return Math.max(0, ...[...groups.values()].map(({ size }) => size));
}
