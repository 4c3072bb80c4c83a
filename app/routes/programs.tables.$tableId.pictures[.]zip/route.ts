import type { LoaderFunctionArgs } from '@remix-run/node';
import { zipTable } from '#app/features/tables/export-table.server.ts';
import { requireTable, sendFile } from '#app/features/tables/require-table.server.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const table = await requireTable(request, params.tableId);
  return sendFile(new Uint8Array(await zipTable(table)), 'application/zip', 'easel-table.zip');
}
