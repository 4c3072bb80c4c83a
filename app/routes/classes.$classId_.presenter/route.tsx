import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireClassTeacher } from '#app/features/classes/require-class-teacher.server.ts';
import { findPresented } from '#app/features/walls/find-presented.server.ts';
import { PresenterPage } from '#app/features/walls/presenter-page.tsx';
import { pageTitle } from '#app/features/site/page-title.ts';

export const meta = pageTitle('For the projector');

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { class: found } = await requireClassTeacher({ request, classId: params.classId });
  const { id: classId, name: className } = found;
  return { classId, className, ...(await findPresented({ classId })) };
}

export default function PresenterRoute() {
  return <PresenterPage {...useLoaderData<typeof loader>()} />;
}
