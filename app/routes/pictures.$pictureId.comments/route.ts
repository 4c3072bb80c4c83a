import { parseWithZod } from '@conform-to/zod';
import { data } from '@remix-run/node';
import type { ActionFunctionArgs } from '@remix-run/node';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { changeComments } from '#app/features/comments/change-comments.server.ts';
import { commentFormSchema } from '#app/features/comments/comment-form.ts';
import { replyFault, replyInvalid } from '#app/platform/reply-to-form.server.ts';

export async function action({ request, params: { pictureId = '' } }: ActionFunctionArgs) {
  const { id: userId } = await requireUser(request);
  const submission = parseWithZod(await request.formData(), { schema: commentFormSchema });
  if (submission.status !== 'success') return replyInvalid(submission);
  try {
    await changeComments({ userId, pictureId, form: submission.value });
    return data({ done: submission.value.intent });
  } catch (error) {
    return replyFault(submission, error);
  }
}
