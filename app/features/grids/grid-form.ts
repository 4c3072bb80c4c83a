import { z } from 'zod';
import { GRID_FIELD_IDS } from './grid-fields.ts';
import { readValues } from './read-values.ts';

/** As many pictures as one may have waiting, with some room left. */
export const MOST_CELLS = 36;

const textSchema = z.string().max(2000, 'At most 2,000 characters.').default('');

/** The axes of a grid, beside the settings that all of its pictures share. */
export const gridFormSchema = z
  .object({
    columnField: z.enum(GRID_FIELD_IDS),
    columnText: textSchema,
    rowField: z.preprocess(
      (value) => (value === '' ? undefined : value),
      z.enum(GRID_FIELD_IDS).optional(),
    ),
    rowText: textSchema,
  })
  .transform(({ columnField, columnText, rowField, rowText }, context) => {
    const fault = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    const columnValues = readValues(columnField, columnText);
    const rowValues = rowField ? readValues(rowField, rowText) : [];
    if (!columnValues || !rowValues)
      fault(columnValues ? 'rowText' : 'columnText', 'At most 12 values.');
    if (columnValues && columnValues.length < 2)
      fault('columnText', 'Write two values or more, such as 5, 10, 20 or 1-4.');
    if (rowField && rowValues && rowValues.length < 2)
      fault('rowText', 'Write two values or more, such as 5, 10, 20 or 1-4.');
    if (rowField === columnField) fault('rowField', 'The rows stand for something else.');
    const cells = (columnValues?.length ?? 0) * Math.max(1, rowValues?.length ?? 0);
    if (cells > MOST_CELLS)
      fault('columnText', `This makes ${cells} pictures; at most ${MOST_CELLS} at once.`);
    return {
      columnField,
      columnValues: columnValues ?? [],
      rowField,
      rowValues: rowValues ?? [],
    };
  });

export type GridForm = z.output<typeof gridFormSchema>;
