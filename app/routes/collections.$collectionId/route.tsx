import { parseWithZod } from '@conform-to/zod';
import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { changeCollection } from '#app/features/collections/change-collection.server.ts';
import { collectionFormSchema } from '#app/features/collections/collection-form.ts';
import { CollectionPage } from '#app/features/collections/collection-page.tsx';
import { findCollection } from '#app/features/collections/find-collections.server.ts';
import { pageTitle } from '#app/features/site/page-title.ts';
import { replyFault, replyInvalid } from '#app/platform/reply-to-form.server.ts';

export const meta = pageTitle<typeof loader>((t, data) => data?.collection.name ?? t('Collection'));

export async function loader({ request, params: { collectionId = '' } }: LoaderFunctionArgs) {
  const { id: viewerId } = await requireUser(request);
  const collection = await findCollection({ viewerId, collectionId });
  if (!collection) throw new Response(null, { status: 404 });
  return { collection };
}

export async function action({ request, params: { collectionId = '' } }: ActionFunctionArgs) {
  const { id: userId } = await requireUser(request);
  const submission = parseWithZod(await request.formData(), { schema: collectionFormSchema });
  if (submission.status !== 'success') return replyInvalid(submission);
  const form = submission.value;
  try {
    await changeCollection({ userId, collectionId, form });
  } catch (error) {
    return replyFault(submission, error);
  }
  return redirect(form.intent === 'delete' ? '/collections' : `/collections/${collectionId}`);
}

export default function CollectionRoute() {
  const errors = Object.values(useActionData<typeof action>()?.error ?? {});
  return (
    <CollectionPage
      {...useLoaderData<typeof loader>()}
      errors={errors.flatMap((each) => each ?? [])}
    />
  );
}
