import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { AssignmentListPage } from '#app/features/assignments/assignment-list-page.tsx';
import { listOwnAssignments } from '#app/features/assignments/list-own-assignments.server.ts';

export const meta: MetaFunction = () => [{ title: 'Assignments · Easel' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { id: userId } = await requireUser(request);
  return { assignments: await listOwnAssignments({ userId }) };
}

export default function AssignmentsRoute() {
  return <AssignmentListPage {...useLoaderData<typeof loader>()} />;
}
