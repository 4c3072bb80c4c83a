import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { AssignmentListPage } from '#app/features/assignments/assignment-list-page.tsx';
import { listOwnAssignments } from '#app/features/assignments/list-own-assignments.server.ts';
import { pageTitle } from '#app/features/site/page-title.ts';

export const meta = pageTitle('Assignments');

export async function loader({ request }: LoaderFunctionArgs) {
  const { id: userId } = await requireUser(request);
  return { assignments: await listOwnAssignments({ userId }) };
}

export default function AssignmentsRoute() {
  return <AssignmentListPage {...useLoaderData<typeof loader>()} />;
}
