import type { LoaderFunctionArgs } from '@remix-run/node';
import { pageTitle } from '#app/features/site/page-title.ts';
import { useLoaderData } from '@remix-run/react';
import { requireAdmin } from '#app/features/accounts/require-user.server.ts';
import { auditFilterSchema } from '#app/features/audit/audit-filter.ts';
import { AuditPage } from '#app/features/audit/audit-page.tsx';
import { listAudit } from '#app/features/audit/list-audit.server.ts';

export const meta = pageTitle('What was done');

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdmin(request);
  const search = Object.fromEntries(new URL(request.url).searchParams);
  const { before, ...filter } = auditFilterSchema.parse(search);
  const page = await listAudit({ ...filter, before });
  return { filter, page, isFirst: before === undefined };
}

export default function AuditRoute() {
  return <AuditPage {...useLoaderData<typeof loader>()} />;
}
