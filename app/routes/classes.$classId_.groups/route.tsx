import { parseWithZod } from '@conform-to/zod';
import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { changeGroup } from '#app/features/classes/change-group.server.ts';
import { findGroups } from '#app/features/classes/find-groups.server.ts';
import { groupFormSchema } from '#app/features/classes/group-form.ts';
import { GroupsPage } from '#app/features/classes/groups-page.tsx';
import { requireClassTeacher } from '#app/features/classes/require-class-teacher.server.ts';
import { pageTitle } from '#app/features/site/page-title.ts';
import { UserError } from '#app/platform/user-error.ts';

export const meta = pageTitle('Groups');

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, class: found } = await requireClassTeacher({ request, classId: params.classId });
  const { id: classId, name: className } = found;
  return { classId, className, ...(await findGroups({ teacherId: user.id, classId })) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, class: found } = await requireClassTeacher({ request, classId: params.classId });
  const submission = parseWithZod(await request.formData(), { schema: groupFormSchema });
  if (submission.status !== 'success') {
    const errors = Object.values(submission.error ?? {}).flatMap((each) => each ?? []);
    return data({ errors }, { status: 400 });
  }
  try {
    await changeGroup({ teacherId: user.id, classId: found.id, form: submission.value });
    return redirect(`/classes/${found.id}/groups`);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return data({ errors: [error.message] }, { status: error.status });
  }
}

export default function GroupsRoute() {
  const errors = useActionData<typeof action>()?.errors;
  return <GroupsPage {...useLoaderData<typeof loader>()} errors={errors} />;
}
