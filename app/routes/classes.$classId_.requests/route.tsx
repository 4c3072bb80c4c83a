import { data } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireClassTeacher } from '#app/features/classes/require-class-teacher.server.ts';
import { listAskedCollections } from '#app/features/collections/list-asked-collections.server.ts';
import { decideRequest } from '#app/features/galleries/decide-request.server.ts';
import { listRequests } from '#app/features/galleries/list-requests.server.ts';
import { requestFormSchema } from '#app/features/galleries/request-form.ts';
import { RequestsPage } from '#app/features/galleries/requests-page.tsx';
import { pageTitle } from '#app/features/site/page-title.ts';
import { UserError } from '#app/platform/user-error.ts';

export const meta = pageTitle('For the gallery');

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, class: found } = await requireClassTeacher({ request, classId: params.classId });
  const { id: classId, name: className } = found;
  const which = { teacherId: user.id, classId };
  const [requests, collections] = await Promise.all([
    listRequests(which),
    listAskedCollections(which),
  ]);
  return { classId, className, requests, collections };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, class: found } = await requireClassTeacher({ request, classId: params.classId });
  const form = requestFormSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success)
    return data({ errors: form.error.issues.map(({ message }) => message) }, { status: 400 });
  try {
    await decideRequest({ teacherId: user.id, classId: found.id, form: form.data });
    return data({ errors: [] });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return data({ errors: [error.message] }, { status: error.status });
  }
}

export default function RequestsRoute() {
  return <RequestsPage {...useLoaderData<typeof loader>()} />;
}
