// The roles repeat what the elements say, because some browsers forget it once CSS makes cards of rows.
/* eslint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role */
import type { ReactNode } from 'react';
import css from './table.module.css';

export interface TableColumn<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  align?: 'start' | 'end';
  /** The cell that names its row. */
  isRowHeader?: boolean;
  hideHeader?: boolean;
}

interface TableProps<Row> {
  caption: string;
  showCaption?: boolean;
  columns: TableColumn<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** In place of the rows while there are none. */
  empty?: ReactNode;
}

/** A table on a wide screen; on a phone each row is a card that names its columns. */
export function Table<Row>({
  caption,
  showCaption,
  columns,
  rows,
  rowKey,
  empty,
}: TableProps<Row>) {
  if (rows.length === 0 && empty) return <>{empty}</>;
  return (
    <table className={css.table} role="table">
      <caption className={showCaption ? css.caption : 'visually-hidden'}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.key} scope="col" role="columnheader" data-align={column.align}>
              <span className={column.hideHeader ? 'visually-hidden' : undefined}>
                {column.header}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map((column) => {
              const label = column.hideHeader ? undefined : column.header;
              return column.isRowHeader ? (
                <th key={column.key} scope="row" role="rowheader" data-align={column.align}>
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.key} role="cell" data-label={label} data-align={column.align}>
                  {column.cell(row)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
