import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ClassAssignmentsPage } from '#app/features/assignments/class-assignments-page.tsx';
import { listClassAssignments } from '#app/features/assignments/list-class-assignments.server.ts';
import { requireClassTeacher } from '#app/features/classes/require-class-teacher.server.ts';
import { pageTitle } from '#app/features/site/page-title.ts';

export const meta = pageTitle('Assignments');

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, class: found } = await requireClassTeacher({ request, classId: params.classId });
  const { id: classId, name: className, archivedAt } = found;
  const assignments = await listClassAssignments({ teacherId: user.id, classId });
  return { classId, className, isArchived: archivedAt !== null, assignments };
}

export default function ClassAssignmentsRoute() {
  return <ClassAssignmentsPage {...useLoaderData<typeof loader>()} />;
}
