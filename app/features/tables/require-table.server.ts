import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { findTable } from './find-table.server.ts';
import type { FoundTable } from './find-table.server.ts';

/** The table of an address, for the person who may see it; for anyone else there is none: 404. */
export async function requireTable(
  request: Request,
  tableId: string | undefined,
): Promise<FoundTable> {
  const user = await requireUser(request);
  const table = await findTable({ viewerId: user.id, tableId: tableId ?? '' });
  if (!table) throw new Response(null, { status: 404 });
  return table;
}

/** A file that is made anew each time it is asked for. */
export function sendFile(bytes: BodyInit, type: string, fileName: string): Response {
  return new Response(bytes, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'no-store',
    },
  });
}
