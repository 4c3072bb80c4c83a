import { parseWithZod } from '@conform-to/zod';
import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { dealPair } from '#app/features/exercises/deal-pair.server.ts';
import { judgementFormSchema } from '#app/features/exercises/exercise-form.ts';
import { findFavourites } from '#app/features/exercises/find-favourites.server.ts';
import { findJudgedPair } from '#app/features/exercises/find-judged-pair.server.ts';
import { JudgePage } from '#app/features/exercises/judge-page.tsx';
import { judgePair } from '#app/features/exercises/judge-pair.server.ts';
import { pageTitle } from '#app/features/site/page-title.ts';
import { replyFault, replyInvalid } from '#app/platform/reply-to-form.server.ts';

export const meta = pageTitle('Blind pairs');

const judgedSchema = z.string().uuid().optional().catch(undefined);

export async function loader({ request, params: { exerciseId = '' } }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const exercise = await dealPair({ userId: user.id, exerciseId });
  if (!exercise) throw new Response(null, { status: 404 });
  const judgementId = judgedSchema.parse(
    new URL(request.url).searchParams.get('judged') ?? undefined,
  );
  const options = { userId: user.id, exerciseId };
  const [judged, favourites] = await Promise.all([
    judgementId ? findJudgedPair({ ...options, judgementId }) : null,
    findFavourites(options),
  ]);
  return { exercise, judged, favourites };
}

export async function action({ request, params: { exerciseId = '' } }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const submission = parseWithZod(await request.formData(), { schema: judgementFormSchema });
  if (submission.status !== 'success') return replyInvalid(submission);
  try {
    await judgePair({ userId: user.id, exerciseId, form: submission.value });
  } catch (error) {
    return replyFault(submission, error);
  }
  return redirect(`/exercises/${exerciseId}?judged=${submission.value.judgementId}`);
}

export default function Exercise() {
  const page = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.error ?? {};
  return <JudgePage {...page} errors={errors} />;
}
