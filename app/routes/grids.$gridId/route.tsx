import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { findGrid } from '#app/features/grids/find-grid.server.ts';
import { GridPage } from '#app/features/grids/grid-page.tsx';
import { pageTitle } from '#app/features/site/page-title.ts';

export const meta = pageTitle('Grid');

export async function loader({ request, params: { gridId = '' } }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const grid = await findGrid({ viewerId: user.id, gridId });
  if (!grid) throw new Response(null, { status: 404 });
  return grid;
}

export default function GridRoute() {
  return <GridPage grid={useLoaderData<typeof loader>()} />;
}
