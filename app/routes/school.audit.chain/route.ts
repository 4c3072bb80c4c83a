import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireAdmin } from '#app/features/accounts/require-user.server.ts';
import { verifyAuditChain } from '#app/features/audit/verify-audit-chain.server.ts';

/** Whether the audit log is as it was written, as JSON: the page asks once it is there. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdmin(request);
  return Response.json(await verifyAuditChain(), { headers: { 'Cache-Control': 'no-store' } });
}
