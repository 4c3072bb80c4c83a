import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { listTables } from '#app/features/tables/list-tables.server.ts';
import { TableListPage } from '#app/features/tables/table-list-page.tsx';
import { pageTitle } from '#app/features/site/page-title.ts';

export const meta = pageTitle('Tables');

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  return { tables: await listTables({ userId: user.id }) };
}

export default function TablesRoute() {
  return <TableListPage {...useLoaderData<typeof loader>()} />;
}
