import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { ApiPage } from '#app/features/api/api-page.tsx';
import { findOrigin } from '#app/features/api/find-origin.server.ts';
import { listEndpoints } from '#app/features/api/list-endpoints.server.ts';
import { pageTitle } from '#app/features/site/page-title.ts';

export const meta = pageTitle('The API');

export async function loader({ request }: LoaderFunctionArgs) {
  await requireUser(request);
  return { endpoints: listEndpoints(), origin: findOrigin(request) };
}

export default function ApiRoute() {
  return <ApiPage {...useLoaderData<typeof loader>()} />;
}
