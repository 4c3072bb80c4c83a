import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { findHistory } from '#app/features/history/find-history.server.ts';
import { HistoryPage } from '#app/features/history/history-page.tsx';
import { galleryCursorSchema } from '#app/features/pictures/gallery-cursor.ts';
import { pageTitle } from '#app/features/site/page-title.ts';

export const meta = pageTitle('History');

/** An address that somebody mistyped shows the beginning. */
const afterSchema = galleryCursorSchema.optional().catch(undefined);

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const after = afterSchema.parse(new URL(request.url).searchParams.get('after') ?? undefined);
  return { page: await findHistory({ userId: user.id, after }) };
}

export default function History() {
  return <HistoryPage {...useLoaderData<typeof loader>()} />;
}
