import { parseWithZod } from '@conform-to/zod';
import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireClassTeacher } from '#app/features/classes/require-class-teacher.server.ts';
import { readClassLimits } from '#app/features/limits/class-limits.ts';
import { limitsFormSchema } from '#app/features/limits/limits-form.ts';
import { LimitsPage } from '#app/features/limits/limits-page.tsx';
import { saveLimits } from '#app/features/limits/save-limits.server.ts';
import { pageTitle } from '#app/features/site/page-title.ts';
import { findModels } from '#app/features/studio/find-models.server.ts';
import { replyInvalid } from '#app/platform/reply-to-form.server.ts';

export const meta = pageTitle('What students may use');

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { class: found } = await requireClassTeacher({ request, classId: params.classId });
  const models = (await findModels()).map(({ id, name }) => ({ id, name }));
  const { id: classId, name: className, settings } = found;
  return { classId, className, models, limits: readClassLimits(settings) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, class: found } = await requireClassTeacher({ request, classId: params.classId });
  const submission = parseWithZod(await request.formData(), { schema: limitsFormSchema });
  if (submission.status !== 'success') return replyInvalid(submission);
  await saveLimits({ teacherId: user.id, classId: found.id, form: submission.value });
  return redirect(`/classes/${found.id}`);
}

export default function LimitsRoute() {
  return <LimitsPage {...useLoaderData<typeof loader>()} lastResult={useActionData()} />;
}
