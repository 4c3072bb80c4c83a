import { parseWithZod } from '@conform-to/zod';
import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { findCurrentClass } from '#app/features/classes/find-current-class.server.ts';
import { generationFormSchema } from '#app/features/generations/generation-form.ts';
import { requestGenerations } from '#app/features/generations/request-generations.server.ts';
import { partSchema } from '#app/features/parts/part-schema.ts';
import { openStudio } from '#app/features/studio/open-studio.server.ts';
import { StudioPage } from '#app/features/studio/studio-page.tsx';
import { pageTitle } from '#app/features/site/page-title.ts';
import { replyFault, replyInvalid } from '#app/platform/reply-to-form.server.ts';

export const meta = pageTitle('Studio');

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const query = new URL(request.url).searchParams;
  const from = query.get('from') ?? undefined;
  const start = query.get('start') ?? undefined;
  const pictureId = query.get('layout');
  const part = partSchema.safeParse(query.get('part'));
  const layout = pictureId !== null && part.success ? { pictureId, part: part.data } : undefined;
  return openStudio({ userId: user.id, from, start, layout });
}

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const currentClass = await findCurrentClass({ userId: user.id });
  const submission = parseWithZod(await request.formData(), { schema: generationFormSchema });
  if (submission.status !== 'success') return replyInvalid(submission);
  try {
    const classId = currentClass?.id ?? '';
    await requestGenerations({ user, classId, form: submission.value });
  } catch (error) {
    return replyFault(submission, error);
  }
  // Without scripts this was the page itself, and a reload must not ask again.
  if (request.headers.get('Sec-Fetch-Mode') === 'navigate') return redirect('/studio');
  return submission.reply();
}

export default function Studio() {
  return <StudioPage {...useLoaderData<typeof loader>()} />;
}
