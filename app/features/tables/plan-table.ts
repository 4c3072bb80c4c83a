import type { GenerationForm } from '#app/features/generations/generation-form.ts';
import { fillTemplate, findSlots } from './fill-template.ts';
import { readRowForm, SETTING_NAMES } from './table-form.ts';
import type { TableSettings } from './table-form.ts';
import { TableError } from './read-table.ts';
import type { ReadTable, TableLine } from './read-table.ts';

/** A row as it would be drawn, or why it can't be. */
export interface PlannedRow extends TableLine {
  prompt: string;
  fault: string | null;
}

/**
 * What each row of a table asks for: the template with the row's cells in its slots, and the shared settings, of
 * which a column of the same name sets its own. Throws TableError where the template names no column, or one
 * that is not there.
 */
export function planTable(
  { columns, rows }: ReadTable,
  template: string,
  settings: TableSettings,
): PlannedRow[] {
  const slots = findSlots(template);
  const missing = slots.find((slot) => !columns.includes(slot));
  if (missing)
    throw new TableError(`There is no column “${missing}”. There are: ${columns.join(', ')}.`);
  if (slots.length === 0 && rows.length > 1)
    throw new TableError(`Name a column in the prompt, such as {${columns[0]}}.`);
  return rows.map((row) => {
    const prompt = fillTemplate(template, valuesOf(columns, row.cells));
    return {
      ...row,
      prompt,
      fault: row.fault ?? findFault(columns, row.cells, template, settings),
    };
  });
}

/** The request of one row. Throws TableError with the sentence that names the column at fault. */
export function planRow(
  columns: string[],
  cells: string[],
  template: string,
  settings: TableSettings,
): GenerationForm {
  const values = valuesOf(columns, cells);
  const empty = findSlots(template).find((slot) => !values[slot]);
  if (empty) throw new TableError(`“${empty}” is empty.`);
  const own = Object.fromEntries(
    SETTING_NAMES.flatMap((name) => (values[name] ? [[name, values[name]]] : [])),
  );
  const form = readRowForm({ ...settings, ...own, prompt: fillTemplate(template, values) });
  if (form.success) return form.data;
  const { path, message } = form.error.issues[0]!;
  throw new TableError(`${String(path[0])}: ${message}`);
}

function findFault(...row: Parameters<typeof planRow>): string | null {
  try {
    planRow(...row);
    return null;
  } catch (error) {
    if (error instanceof TableError) return error.message;
    throw error;
  }
}

function valuesOf(columns: string[], cells: string[]): Record<string, string> {
  return Object.fromEntries(columns.map((name, index) => [name, cells[index] ?? '']));
}
