import { parseWithZod } from '@conform-to/zod';
import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireClassTeacher } from '#app/features/classes/require-class-teacher.server.ts';
import { createExercise } from '#app/features/exercises/create-exercise.server.ts';
import { exerciseFormSchema } from '#app/features/exercises/exercise-form.ts';
import { findClassPictures } from '#app/features/exercises/find-class-pictures.server.ts';
import { NewExercisePage } from '#app/features/exercises/new-exercise-page.tsx';
import { pageTitle } from '#app/features/site/page-title.ts';
import { replyFault, replyInvalid } from '#app/platform/reply-to-form.server.ts';

export const meta = pageTitle('New question');

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, class: found } = await requireClassTeacher({ request, classId: params.classId });
  const words = new URL(request.url).searchParams.get('words') ?? '';
  const pictures = await findClassPictures({ teacherId: user.id, classId: found.id, words });
  return { classId: found.id, words, pictures };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, class: found } = await requireClassTeacher({ request, classId: params.classId });
  const submission = parseWithZod(await request.formData(), { schema: exerciseFormSchema });
  if (submission.status !== 'success') return replyInvalid(submission);
  try {
    const form = submission.value;
    const { id } = await createExercise({ teacherId: user.id, classId: found.id, form });
    return redirect(`/classes/${found.id}/exercises/${id}`);
  } catch (error) {
    return replyFault(submission, error);
  }
}

export default function NewExercise() {
  const page = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.error ?? {};
  return <NewExercisePage {...page} errors={errors} />;
}
