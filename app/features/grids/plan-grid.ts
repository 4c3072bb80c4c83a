import type { GridField } from './grid-fields.ts';
import type { GridForm } from './grid-form.ts';

export interface GridCell {
  column: number;
  row: number;
  /** What the generation form reads. */
  fields: Record<string, string>;
}

/** To change it costs a model's load, so it changes least often. */
const EXPENSIVE: GridField = 'modelId';

/**
 * The settings of each picture of a grid, in the order in which they are drawn: row by row, or column by
 * column where the columns are models.
 */
export function planGrid(shared: Record<string, string>, grid: GridForm): GridCell[] {
  const { columnField, columnValues, rowField, rowValues } = grid;
  const rows = rowField ? rowValues : [undefined];
  const cells = rows.flatMap((rowValue, row) =>
    columnValues.map((columnValue, column) => {
      let fields = withValue(shared, columnField, columnValue, columnValues);
      if (rowField && rowValue !== undefined)
        fields = withValue(fields, rowField, rowValue, rowValues);
      return { column, row, fields };
    }),
  );
  if (columnField === EXPENSIVE) cells.sort((a, b) => a.column - b.column || a.row - b.row);
  return cells;
}

function withValue(
  fields: Record<string, string>,
  field: GridField,
  value: string,
  values: string[],
): Record<string, string> {
  if (field !== 'words') return { ...fields, [field]: value };
  // The first value stands in the prompt; the others take its place.
  const prompt = (fields.prompt ?? '').replaceAll(values[0] ?? '', value);
  return { ...fields, prompt };
}
