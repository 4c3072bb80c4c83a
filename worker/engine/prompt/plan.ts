import { splitComposition } from './composition.ts';
import { parsePrompt } from './parser.ts';
import { resolveSchedule } from './schedule.ts';
import { resolveWildcards } from './wildcards.ts';
import type { PromptDialect, PromptPart } from './ast.ts';

/** One prompt of a composition: how much its guidance counts, and what it says at each step. */
export interface PlannedPrompt {
  weight: number;
  /** In order; the last one reaches to the last step. Steps count from 1. */
  schedule: Array<{ untilStep: number; parts: PromptPart[] }>;
}

/**
 * Reads a prompt for one picture: wildcards by its seed, then `AND`, then schedules, then weights.
 * A plain prompt is one prompt of weight 1 with one entry, whose parts are `parsePrompt`'s.
 */
export function planPrompt(
  text: string,
  dialect: PromptDialect,
  { steps, seed }: { steps: number; seed: bigint },
): PlannedPrompt[] {
  return splitComposition(resolveWildcards(text, seed), dialect).map((prompt) => ({
    weight: prompt.weight,
    schedule: resolveSchedule(prompt.text, steps).map(({ untilStep, text: at }) => ({
      untilStep,
      parts: parsePrompt(at, dialect).parts,
    })),
  }));
}
