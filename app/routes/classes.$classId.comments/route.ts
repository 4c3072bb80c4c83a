import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs } from '@remix-run/node';
import { requireClassTeacher } from '#app/features/classes/require-class-teacher.server.ts';
import { commentSwitchSchema } from '#app/features/comments/comment-form.ts';
import { switchComments } from '#app/features/comments/switch-comments.server.ts';

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, class: found } = await requireClassTeacher({ request, classId: params.classId });
  const form = commentSwitchSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) throw new Response(null, { status: 400 });
  const isOn = form.data.intent === 'on';
  await switchComments({ teacherId: user.id, classId: found.id, isOn });
  return redirect(`/classes/${found.id}/rules`);
}
