import { parseWithZod } from '@conform-to/zod';
import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeacher } from '#app/features/accounts/require-user.server.ts';
import { classFormSchema } from '#app/features/classes/class-form.ts';
import { ClassListPage } from '#app/features/classes/class-list-page.tsx';
import { createClass } from '#app/features/classes/create-class.server.ts';
import { listClasses } from '#app/features/classes/list-classes.server.ts';
import { pageTitle } from '#app/features/site/page-title.ts';
import { replyInvalid } from '#app/platform/reply-to-form.server.ts';

export const meta = pageTitle('Your classes');

export async function loader({ request }: LoaderFunctionArgs) {
  const { id: teacherId } = await requireTeacher(request);
  const [classes, archived] = await Promise.all([
    listClasses({ teacherId }),
    listClasses({ teacherId, archived: true }),
  ]);
  return { classes, archived };
}

export async function action({ request }: ActionFunctionArgs) {
  const { id: teacherId } = await requireTeacher(request);
  const submission = parseWithZod(await request.formData(), { schema: classFormSchema });
  if (submission.status !== 'success') return replyInvalid(submission);
  const { id } = await createClass({ teacherId, name: submission.value.name });
  return redirect(`/classes/${id}`);
}

export default function ClassesRoute() {
  const lastResult = useActionData<typeof action>();
  return <ClassListPage {...useLoaderData<typeof loader>()} lastResult={lastResult} />;
}
