import { parseWithZod } from '@conform-to/zod';
import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireTeacher } from '#app/features/accounts/require-user.server.ts';
import { newCopyFormSchema } from '#app/features/lesson-copies/copy-form.ts';
import { CopyListPage } from '#app/features/lesson-copies/copy-list-page.tsx';
import { createCopy } from '#app/features/lesson-copies/create-copy.server.ts';
import { listCopies } from '#app/features/lesson-copies/list-copies.server.ts';
import { pageTitle } from '#app/features/site/page-title.ts';
import { replyFault, replyInvalid } from '#app/platform/reply-to-form.server.ts';

export const meta = pageTitle('My lessons');

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireTeacher(request);
  return listCopies({ teacherId: user.id });
}

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireTeacher(request);
  const submission = parseWithZod(await request.formData(), { schema: newCopyFormSchema });
  if (submission.status !== 'success') return replyInvalid(submission);
  try {
    const { id } = await createCopy({ teacherId: user.id, slug: submission.value.slug });
    return redirect(`/my-lessons/${id}`);
  } catch (error) {
    return replyFault(submission, error);
  }
}

export default function MyLessons() {
  const errors = Object.values(useActionData<typeof action>()?.error ?? {}).flatMap(
    (sentences) => sentences ?? [],
  );
  return <CopyListPage {...useLoaderData<typeof loader>()} errors={errors} />;
}
