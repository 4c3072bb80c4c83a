import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs } from '@remix-run/node';
import { requireClassTeacher } from '#app/features/classes/require-class-teacher.server.ts';
import { commentDecisionSchema } from '#app/features/comments/comment-form.ts';
import { decideComment } from '#app/features/comments/decide-comment.server.ts';

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, class: found } = await requireClassTeacher({ request, classId: params.classId });
  const form = commentDecisionSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) throw new Response(null, { status: 400 });
  await decideComment({ teacherId: user.id, classId: found.id, form: form.data });
  return redirect('/moderation');
}
