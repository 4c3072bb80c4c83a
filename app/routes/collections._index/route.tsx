import { parseWithZod } from '@conform-to/zod';
import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { newCollectionSchema } from '#app/features/collections/collection-form.ts';
import { CollectionsPage } from '#app/features/collections/collections-page.tsx';
import { createCollection } from '#app/features/collections/create-collection.server.ts';
import { findCollections } from '#app/features/collections/find-collections.server.ts';
import { pageTitle } from '#app/features/site/page-title.ts';
import { replyFault, replyInvalid } from '#app/platform/reply-to-form.server.ts';

export const meta = pageTitle('Collections');

export async function loader({ request }: LoaderFunctionArgs) {
  const { id: viewerId } = await requireUser(request);
  return { collections: await findCollections({ viewerId }) };
}

export async function action({ request }: ActionFunctionArgs) {
  const { id: userId } = await requireUser(request);
  const submission = parseWithZod(await request.formData(), { schema: newCollectionSchema });
  if (submission.status !== 'success') return replyInvalid(submission);
  try {
    const { id } = await createCollection({ userId, form: submission.value });
    return redirect(`/collections/${id}`);
  } catch (error) {
    return replyFault(submission, error);
  }
}

export default function CollectionsRoute() {
  const errors = Object.values(useActionData<typeof action>()?.error ?? {});
  return (
    <CollectionsPage
      {...useLoaderData<typeof loader>()}
      errors={errors.flatMap((each) => each ?? [])}
    />
  );
}
