import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ClassPage } from '#app/features/classes/class-page.tsx';
import { findClassPage } from '#app/features/classes/find-class-page.server.ts';
import { requireClassTeacher } from '#app/features/classes/require-class-teacher.server.ts';
import { classWorkFilterSchema } from '#app/features/moderation/class-work-filter.ts';
import { galleryCursorSchema } from '#app/features/pictures/gallery-cursor.ts';
import { pageTitle } from '#app/features/site/page-title.ts';

export const meta = pageTitle<typeof loader>((t, data) => data?.name ?? t('Class'));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, class: found } = await requireClassTeacher({ request, classId: params.classId });
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const filter = classWorkFilterSchema.parse(query);
  const after = galleryCursorSchema.optional().catch(undefined).parse(query.after);
  return findClassPage({ teacherId: user.id, class: found, filter, after });
}

export default function ClassRoute() {
  return <ClassPage {...useLoaderData<typeof loader>()} />;
}
