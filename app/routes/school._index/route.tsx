import type { LoaderFunctionArgs } from '@remix-run/node';
import { pageTitle } from '#app/features/site/page-title.ts';
import { useLoaderData } from '@remix-run/react';
import { requireAdmin } from '#app/features/accounts/require-user.server.ts';
import { findSchool } from '#app/features/school/find-school.server.ts';
import { SchoolPage } from '#app/features/school/school-page.tsx';

export const meta = pageTitle('School');

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdmin(request);
  return findSchool();
}

export default function SchoolRoute() {
  return <SchoolPage {...useLoaderData<typeof loader>()} />;
}
