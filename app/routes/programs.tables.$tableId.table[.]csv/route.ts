import type { LoaderFunctionArgs } from '@remix-run/node';
import { printTableCsv } from '#app/features/tables/export-table.server.ts';
import { requireTable, sendFile } from '#app/features/tables/require-table.server.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const table = await requireTable(request, params.tableId);
  return sendFile(printTableCsv(table), 'text/csv; charset=utf-8', 'easel-table.csv');
}
