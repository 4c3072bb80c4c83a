import { parseWithZod } from '@conform-to/zod';
import { data } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireClassTeacher } from '#app/features/classes/require-class-teacher.server.ts';
import { findClassRules } from '#app/features/moderation/find-class-rules.server.ts';
import { replayRules } from '#app/features/moderation/replay-rules.server.ts';
import { layerOf, rulesFormSchema } from '#app/features/moderation/rules-form.ts';
import { RulesPage } from '#app/features/moderation/rules-page.tsx';
import { saveRules } from '#app/features/moderation/save-rules.server.ts';
import { pageTitle } from '#app/features/site/page-title.ts';

export const meta = pageTitle('What is blocked and held');

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, class: found } = await requireClassTeacher({ request, classId: params.classId });
  const { id: classId, name: className } = found;
  const [rules, replay] = await Promise.all([
    findClassRules({ classId }),
    replayRules({ teacherId: user.id, classId }),
  ]);
  const wanted = new URL(request.url).searchParams.get('lesson') ?? '';
  const lessonSlug = rules.lessons.some(({ slug }) => slug === wanted) ? wanted : '';
  return { classId, className, lessonSlug, replay, ...rules };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, class: found } = await requireClassTeacher({ request, classId: params.classId });
  const submission = parseWithZod(await request.formData(), { schema: rulesFormSchema });
  if (submission.status !== 'success') {
    const errors = Object.values(submission.error ?? {}).flatMap((each) => each ?? []);
    return data({ errors }, { status: 400 });
  }
  const which = { teacherId: user.id, classId: found.id };
  const form = submission.value;
  if (form.intent === 'preview') {
    const draft = { lessonSlug: form.lessonSlug, layer: layerOf(form) };
    return data({ preview: await replayRules({ ...which, draft }) });
  }
  await saveRules({ ...which, form });
  return data({ saved: true });
}

export default function RulesRoute() {
  return <RulesPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />;
}
