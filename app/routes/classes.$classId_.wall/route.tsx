import { data } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireClassTeacher } from '#app/features/classes/require-class-teacher.server.ts';
import { changeWall } from '#app/features/walls/change-wall.server.ts';
import { findWall } from '#app/features/walls/find-wall.server.ts';
import { wallFormSchema } from '#app/features/walls/wall-form.ts';
import { WallPage } from '#app/features/walls/wall-page.tsx';
import { pageTitle } from '#app/features/site/page-title.ts';
import { UserError } from '#app/platform/user-error.ts';

export const meta = pageTitle('Live wall');

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { class: found } = await requireClassTeacher({ request, classId: params.classId });
  const { id: classId, name: className } = found;
  return { classId, className, ...(await findWall({ classId })) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, class: found } = await requireClassTeacher({ request, classId: params.classId });
  const form = wallFormSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) return data({ errors: ['This can’t be done on the wall.'] }, { status: 400 });
  try {
    await changeWall({ teacherId: user.id, classId: found.id, form: form.data });
    return data({ errors: [] });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return data({ errors: [error.message] }, { status: error.status });
  }
}

export default function WallRoute() {
  return <WallPage {...useLoaderData<typeof loader>()} />;
}
