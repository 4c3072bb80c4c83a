import { generationFormSchema } from '#app/features/generations/generation-form.ts';
import type { GenerationForm } from '#app/features/generations/generation-form.ts';
import { EvidenceError } from './evidence-error.ts';
import type { LogEntry } from './find-lesson-log.server.ts';

/** A row of a table as it is asked for; without a seed, all rows share one that is drawn. */
export interface TableRow {
  form: GenerationForm;
  seed: bigint | undefined;
}

/** The newest table of a step once more: the same settings, the same seeds. */
export function planReplay(stepId: string, log: LogEntry[]): TableRow[] {
  const drawn = log.filter((entry) => entry.stepId === stepId && entry.gridId);
  const rows = drawn.filter(({ gridId }) => gridId === drawn.at(-1)?.gridId);
  if (rows.length === 0)
    throw new EvidenceError('incomplete', 'There is no table to draw again yet.');
  return rows
    .sort((a, b) => (a.gridColumn ?? 0) - (b.gridColumn ?? 0))
    .map((row) => ({
      seed: row.seed,
      form: generationFormSchema.parse({
        prompt: row.prompt,
        negativePrompt: row.negativePrompt,
        dialect: row.dialect,
        steps: row.steps,
        guidance: row.guidance,
        sampler: row.sampler,
        schedule: row.schedule,
        size: `${row.widthPx}x${row.heightPx}`,
        modelId: row.modelId,
      }),
    }));
}
