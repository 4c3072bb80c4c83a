import { parseWithZod } from '@conform-to/zod';
import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeacher } from '#app/features/accounts/require-user.server.ts';
import { changeCopy } from '#app/features/lesson-copies/change-copy.server.ts';
import { CopyEditorPage } from '#app/features/lesson-copies/copy-editor-page.tsx';
import { copyFormSchema } from '#app/features/lesson-copies/copy-form.ts';
import { findCopyPage } from '#app/features/lesson-copies/find-copy-page.server.ts';
import { pageTitle } from '#app/features/site/page-title.ts';
import { UserError } from '#app/platform/user-error.ts';

export const meta = pageTitle<typeof loader>((t, page) => page?.title ?? t('My lessons'));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireTeacher(request);
  const stepId = new URL(request.url).searchParams.get('step') ?? undefined;
  return findCopyPage({ teacherId: user.id, copyId: params.copyId ?? '', stepId });
}

export async function action({ request, params: { copyId = '' } }: ActionFunctionArgs) {
  const user = await requireTeacher(request);
  const submission = parseWithZod(await request.formData(), { schema: copyFormSchema });
  if (submission.status !== 'success') {
    const form = Object.values(submission.error ?? {}).flatMap((each) => each ?? []);
    return data({ errors: { form } }, { status: 400 });
  }
  const form = submission.value;
  try {
    const saved = await changeCopy({ teacherId: user.id, copyId, form });
    if (saved) return data(saved);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return data({ errors: { form: [error.message] } }, { status: error.status });
  }
  return redirect(form.intent === 'remove' ? '/my-lessons' : `/my-lessons/${copyId}`);
}

export default function MyLesson() {
  const reply = useActionData<typeof action>();
  const errors = reply && 'errors' in reply ? reply.errors.form : [];
  return <CopyEditorPage copy={useLoaderData<typeof loader>()} errors={errors} />;
}
