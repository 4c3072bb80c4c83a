import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import {
  pauseTable,
  replayTable,
  resumeTable,
  retryTable,
} from '#app/features/tables/change-table.server.ts';
import { requireTable } from '#app/features/tables/require-table.server.ts';
import { tableActionSchema } from '#app/features/tables/table-form.ts';
import { TablePage } from '#app/features/tables/table-page.tsx';
import { pageTitle } from '#app/features/site/page-title.ts';

export const meta = pageTitle<typeof loader>((t, data) => data?.table.name ?? t('Table'));

export async function loader({ request, params }: LoaderFunctionArgs) {
  return { table: await requireTable(request, params.tableId) };
}

export async function action({ request, params: { tableId = '' } }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const form = tableActionSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) throw new Response(null, { status: 400 });
  const verbs = { pause: pauseTable, resume: resumeTable, retry: retryTable, replay: replayTable };
  const made = await verbs[form.data.intent]({ user, tableId });
  return redirect(`/programs/tables/${made?.id ?? tableId}`);
}

export default function TableRoute() {
  return <TablePage {...useLoaderData<typeof loader>()} />;
}
