import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireClassTeacher } from '#app/features/classes/require-class-teacher.server.ts';
import { findGradebook } from '#app/features/reviews/find-gradebook.server.ts';
import { GradebookPage } from '#app/features/reviews/gradebook-page.tsx';
import { pageTitle } from '#app/features/site/page-title.ts';

export const meta = pageTitle('Gradebook');

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, class: found } = await requireClassTeacher({ request, classId: params.classId });
  const { id: classId, name: className } = found;
  return { classId, className, gradebook: await findGradebook({ teacherId: user.id, classId }) };
}

export default function GradebookRoute() {
  return <GradebookPage {...useLoaderData<typeof loader>()} />;
}
