import type { LoaderFunctionArgs } from '@remix-run/node';
import { drawContactSheet } from '#app/features/tables/export-table.server.ts';
import { requireTable, sendFile } from '#app/features/tables/require-table.server.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const table = await requireTable(request, params.tableId);
  const sheet = await drawContactSheet(table);
  if (!sheet) throw new Response(null, { status: 404 });
  return sendFile(new Uint8Array(sheet), 'image/png', 'easel-table.png');
}
