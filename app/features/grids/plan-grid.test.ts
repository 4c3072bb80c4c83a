import { expect, it } from 'vitest';
import { gridFormSchema } from './grid-form.ts';
import { planGrid } from './plan-grid.ts';

const shared = { prompt: 'a red house, red roof', steps: '20', seed: '1' };

it('crosses columns and rows', () => {
  const grid = gridFormSchema.parse({
    columnField: 'steps',
    columnText: '5, 10',
    rowField: 'seed',
    rowText: '1-3',
  });
  const cells = planGrid(shared, grid);
  expect(cells).toHaveLength(6);
  expect(cells[1]).toEqual({ column: 1, row: 0, fields: { ...shared, steps: '10' } });
  expect(cells[4]).toEqual({ column: 0, row: 2, fields: { ...shared, steps: '5', seed: '3' } });
});

it('changes the model least often, on whichever axis it is', () => {
  const axes = { columnField: 'modelId', columnText: 'a, b', rowField: 'steps', rowText: '1, 2' };
  const order = planGrid(shared, gridFormSchema.parse(axes)).map(({ fields }) => fields.modelId);
  expect(order).toEqual(['a', 'a', 'b', 'b']);
});

it('puts words in the place of the first ones', () => {
  const grid = gridFormSchema.parse({ columnField: 'words', columnText: 'red, blue' });
  expect(planGrid(shared, grid).map(({ fields }) => fields.prompt)).toEqual([
    'a red house, red roof',
    'a blue house, blue roof',
  ]);
});

it.each([
  [{ columnField: 'steps', columnText: '5' }, 'columnText'],
  [{ columnField: 'steps', columnText: '1-13' }, 'columnText'],
  [{ columnField: 'steps', columnText: '1-2', rowField: 'steps', rowText: '3-4' }, 'rowField'],
  [{ columnField: 'steps', columnText: '1-12', rowField: 'seed', rowText: '1-4' }, 'columnText'],
  [{ columnField: 'steps', columnText: '1-2', rowField: 'seed', rowText: '' }, 'rowText'],
])('refuses %j', (axes, field) => {
  const { error } = gridFormSchema.safeParse(axes);
  expect(error?.issues[0]?.path).toEqual([field]);
});
