import { useTranslation } from 'react-i18next';
import { Notice } from '#app/components/notice.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { FIELD_NAMES } from '#app/features/comparisons/find-differing-fields.ts';
import { GenerationProgress } from '#app/features/pictures/generation-progress.tsx';
import { useGenerations } from '#app/features/pictures/use-generations.ts';
import { SAMPLER_NAMES } from '#app/features/pictures/sampler-names.ts';
import { GRID_FIELDS } from './grid-fields.ts';
import type { GridPage as Grid } from './find-grid.server.ts';
import css from './grid-page.module.css';

/** A table of pictures that fills as they come. */
export function GridPage({ grid }: { grid: Grid }) {
  const { t } = useTranslation();
  const { columnField, columnValues, rowField, rowValues, cells, statuses } = grid;
  const generations = useGenerations({ ids: cells.map(({ id }) => id), initial: statuses });
  const rows = rowField ? rowValues : [undefined];
  const at = (column: number, row: number) => {
    const cell = cells.find((each) => each.column === column && each.row === row);
    return generations.find(({ id }) => id === cell?.id);
  };
  return (
    <>
      <PageHeader
        title={t('Grid')}
        lead={grid.prompt}
        back={{ to: '/studio', label: t('Studio') }}
      />
      <Fairness grid={grid} />
      {/* A wide table scrolls in its own frame, by keyboard too. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={css.frame} tabIndex={0} role="region" aria-label={t('The grid’s pictures')}>
        <table className={css.grid}>
          <thead>
            <tr>
              <th scope="col" className={css.corner}>
                {rowField && `${t(nameOf(rowField))} ↓ `}
                {t(nameOf(columnField))} →
              </th>
              {columnValues.map((value) => (
                <th key={value} scope="col">
                  {labelOf(columnField, value)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((rowValue, row) => (
              <tr key={rowValue ?? ''}>
                <th scope="row">{rowField && labelOf(rowField, rowValue ?? '')}</th>
                {columnValues.map((value, column) => {
                  const generation = at(column, row);
                  return (
                    <td key={value}>
                      {generation && <GenerationProgress generation={generation} />}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Fairness({ grid: { differing, seeds } }: { grid: Grid }) {
  const { t, i18n } = useTranslation();
  const names = [
    ...differing.map((field) => t(FIELD_NAMES[field])),
    ...(seeds > 1 ? [t('the seed')] : []),
  ];
  if (names.length === 1)
    return (
      <Notice tone="success" title={t('Controlled')}>
        {t('These pictures differ in {{name}} alone: what changes comes from it.', {
          name: names[0],
        })}
      </Notice>
    );
  return (
    <Notice title={t('{{count}} things change', { count: names.length })}>
      {t('{{names}}. Compare along one row or one column for a fair test.', {
        names: new Intl.ListFormat(i18n.language).format(names),
      })}
    </Notice>
  );
}

function nameOf(field: string): string {
  return GRID_FIELDS[field as keyof typeof GRID_FIELDS] ?? field;
}

function labelOf(field: string, value: string): string {
  if (field !== 'sampler') return value;
  return (SAMPLER_NAMES as Record<string, string>)[value] ?? value;
}
