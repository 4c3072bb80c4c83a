import { randomInt } from 'node:crypto';
import { findModels } from '#app/features/studio/find-models.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import { planTable } from './plan-table.ts';
import type { PlannedRow } from './plan-table.ts';
import { runQuery } from './run-query.server.ts';
import { readTable, TableError } from './read-table.ts';
import { readSettings } from './table-form.ts';
import type { TableForm, TableSettings } from './table-form.ts';

export interface PlannedTable {
  columns: string[];
  rows: PlannedRow[];
  settings: TableSettings;
}

const SEED_LIMIT = 2 ** 32;

/**
 * Reads a form's table and plans its rows, without drawing anything. What the form leaves out is the model's own
 * best; a seed left out is drawn, once for all rows. Throws a UserError where the table or the template is wrong.
 */
export async function previewTable(
  user: { role: 'student' | 'teacher' | 'admin' },
  form: TableForm,
): Promise<PlannedTable> {
  const models = await findModels();
  const model = models.find(({ id }) => id === (form.modelId || 'starter')) ?? models[0];
  const settings = {
    seed: String(randomInt(SEED_LIMIT)),
    ...(model && {
      modelId: model.id,
      size: `${model.sidePx}x${model.sidePx}`,
      steps: String(model.defaults.steps),
      guidance: String(model.defaults.guidance),
      sampler: model.defaults.sampler,
    }),
    ...readSettings(form),
  };
  try {
    const table = form.query ? await runQuery(user, form.query) : readTable(form.data);
    return { columns: table.columns, rows: planTable(table, form.template, settings), settings };
  } catch (error) {
    if (error instanceof TableError)
      throw new UserError(error.message, {
        field: /column|slot/.test(error.message) ? 'template' : 'data',
      });
    throw error;
  }
}
