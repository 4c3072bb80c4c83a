import { parseWithZod } from '@conform-to/zod';
import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { answerStep } from '#app/features/lessons/answer-step.server.ts';
import { findLessonPage } from '#app/features/lessons/find-lesson-page.server.ts';
import { lessonFormSchema } from '#app/features/lessons/lesson-form.ts';
import { LessonPlayer } from '#app/features/lessons/lesson-player.tsx';
import { readRefusal, refuseForm } from '#app/features/lessons/refusal.ts';
import { pageTitle } from '#app/features/site/page-title.ts';

export const meta = pageTitle<typeof loader>((t, data) => data?.title ?? t('Lesson'));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const stepId = new URL(request.url).searchParams.get('step') ?? undefined;
  return findLessonPage({ user, slug: params.slug ?? '', stepId });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const slug = params.slug ?? '';
  const submission = parseWithZod(await request.formData(), { schema: lessonFormSchema });
  if (submission.status !== 'success') return data(refuseForm(submission.error), { status: 400 });
  try {
    const { stepId } = await answerStep({ user, slug, form: submission.value });
    return redirect(stepId ? `/lessons/${slug}?step=${stepId}` : `/lessons/${slug}`);
  } catch (error) {
    const refusal = readRefusal(error);
    return data(refusal, { status: refusal.status });
  }
}

export default function Lesson() {
  const page = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  return <LessonPlayer page={page} refusal={refusal} />;
}
