import { parseWithZod } from '@conform-to/zod';
import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { findCollectionsWith } from '#app/features/collections/find-collections.server.ts';
import { findComments } from '#app/features/comments/find-comments.server.ts';
import { findDecomposer } from '#app/features/parts/find-decomposer.server.ts';
import { changePicture } from '#app/features/pictures/change-picture.server.ts';
import { findPicture } from '#app/features/pictures/find-picture.server.ts';
import { pictureFormSchema } from '#app/features/pictures/picture-form.ts';
import { PicturePage } from '#app/features/pictures/picture-page.tsx';
import { pageTitle } from '#app/features/site/page-title.ts';
import { findReactions } from '#app/features/reactions/react.server.ts';
import { replyFault, replyInvalid } from '#app/platform/reply-to-form.server.ts';

export const meta = pageTitle('Picture');

export async function loader({ request, params: { pictureId = '' } }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const picture = await findPicture({ viewerId: user.id, pictureId });
  if (!picture) throw new Response(null, { status: 404 });
  const which = { viewerId: user.id, pictureId };
  const [reactions, comments, collections, { parts }] = await Promise.all([
    findReactions(which),
    findComments(which),
    picture.isShown ? findCollectionsWith({ userId: user.id, pictureId }) : [],
    findDecomposer(),
  ]);
  return { picture, reactions, comments, collections, parts };
}

export async function action({ request, params: { pictureId = '' } }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const submission = parseWithZod(await request.formData(), { schema: pictureFormSchema });
  if (submission.status !== 'success') return replyInvalid(submission);
  const form = submission.value;
  try {
    await changePicture({ user, pictureId, form });
  } catch (error) {
    return replyFault(submission, error);
  }
  if (form.intent === 'enlarge') return redirect('/studio');
  if (form.intent === 'flag' || form.intent === 'remove')
    return redirect(`/gallery?done=${form.intent}`);
  return redirect(`/pictures/${pictureId}`);
}

export default function Picture() {
  const errors = useActionData<typeof action>()?.error;
  return <PicturePage {...useLoaderData<typeof loader>()} errors={errors ?? {}} />;
}
