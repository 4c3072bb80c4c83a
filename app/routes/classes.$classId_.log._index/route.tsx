import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireClassTeacher } from '#app/features/classes/require-class-teacher.server.ts';
import { findLogPage } from '#app/features/log/find-log-page.server.ts';
import { LogPage } from '#app/features/log/log-page.tsx';
import { pageTitle } from '#app/features/site/page-title.ts';

export const meta = pageTitle('The log');

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, class: found } = await requireClassTeacher({ request, classId: params.classId });
  const { id: classId, name: className } = found;
  return { classId, className, ...(await findLogPage({ teacherId: user.id, classId })) };
}

export default function LogRoute() {
  return <LogPage {...useLoaderData<typeof loader>()} />;
}
