import { parse } from 'csv-parse/sync';
import { generationFormSchema } from '#app/features/generations/generation-form.ts';
import type { GenerationForm } from '#app/features/generations/generation-form.ts';
import { EvidenceError } from './evidence-error.ts';
import type { LogEntry } from './find-lesson-log.server.ts';

const SEPARATORS = [',', ';', '\t'];
const SLOT = /\{([^{}]*)\}/g;

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

interface ReadRowsOptions {
  /** A prompt with {columns} in it. */
  template: string;
  /** Names of columns in the first line; typed, or copied from a spreadsheet. */
  table: string;
  /** How many rows the table needs, and the most that are drawn. */
  rows: number;
}

/**
 * Fills the template once for each row of a table.
 *
 * Throws an EvidenceError that names the row or the column where the two don't fit, and where rows are missing.
 */
export function readRows({ template, table, rows }: ReadRowsOptions): string[] {
  const records = readTable(table);
  const [header = [], ...lines] = records;
  const columns = header.map((name) => name.toLowerCase());
  const wanted = [...template.matchAll(SLOT)].map(([, name = '']) => name.trim().toLowerCase());
  if (wanted.length === 0)
    throw new EvidenceError('incomplete', 'Name a column in { } in your prompt.', 'prompt');
  const unknown = wanted.find((name) => !columns.includes(name));
  if (unknown !== undefined)
    throw new EvidenceError(
      'incomplete',
      `Your prompt asks for {${unknown}}, but the table has only ${columns.join(', ') || 'no columns'}.`,
      'prompt',
    );
  if (lines.length !== rows)
    throw new EvidenceError(
      'incomplete',
      `Your table has ${lines.length} rows below its first line; this step takes ${rows}.`,
      'table',
    );
  const prompts = lines.map((cells, at) =>
    template.replace(SLOT, (_slot, name: string) => {
      const value = cells[columns.indexOf(name.trim().toLowerCase())];
      if (value) return value;
      throw new EvidenceError('incomplete', `Row ${at + 1} has no ${name.trim()}.`, 'table');
    }),
  );
  const again = prompts.findIndex((prompt, at) => prompts.indexOf(prompt) < at);
  if (again < 0) return prompts;
  throw new EvidenceError(
    'incomplete',
    `Row ${again + 1} asks for the same as row ${prompts.indexOf(prompts[again]!) + 1}.`,
    'table',
  );
}

function readTable(table: string): string[][] {
  const [firstLine = ''] = table.trim().split('\n');
  const delimiter = SEPARATORS.find((separator) => firstLine.includes(separator)) ?? ',';
  try {
    return parse(table, {
      delimiter,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
    });
  } catch {
    throw new EvidenceError(
      'incomplete',
      'A quotation mark in your table has no partner.',
      'table',
    );
  }
}
