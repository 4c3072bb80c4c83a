import { planTable } from '#app/features/tables/plan-table.ts';
import type { PlannedRow } from '#app/features/tables/plan-table.ts';
import { readTable, TableError } from '#app/features/tables/read-table.ts';
import { EvidenceError } from './evidence-error.ts';

interface ReadRowsOptions {
  /** A prompt with {columns} in it. */
  template: string;
  /** Names of columns in the first line; typed, or copied from a spreadsheet. */
  table: string;
  /** How many rows the table needs, and the most that are drawn. */
  rows: number;
}

/**
 * Fills the template once for each row of a table, as the tables of programs do.
 *
 * Throws an EvidenceError that names the row or the column where the two don't fit, and where rows are missing or
 * ask for the same.
 */
export function readRows({ template, table, rows }: ReadRowsOptions): string[] {
  const planned = planRows(template, table);
  if (planned.length !== rows)
    throw wrongTable(
      `Your table has ${planned.length} rows below its first line; this step takes ${rows}.`,
    );
  const faulty = planned.findIndex(({ fault }) => fault);
  if (faulty >= 0) throw wrongTable(`Row ${faulty + 1}: ${planned[faulty]!.fault}`);
  const prompts = planned.map(({ prompt }) => prompt);
  const again = prompts.findIndex((prompt, at) => prompts.indexOf(prompt) < at);
  if (again < 0) return prompts;
  const first = prompts.indexOf(prompts[again]!);
  throw wrongTable(`Row ${again + 1} asks for the same as row ${first + 1}.`);
}

function planRows(template: string, table: string): PlannedRow[] {
  try {
    return planTable(readTable(table), template, {});
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    const field = /column/.test(error.message) ? 'prompt' : 'table';
    throw new EvidenceError('incomplete', error.message, field);
  }
}

const wrongTable = (message: string) => new EvidenceError('incomplete', message, 'table');
