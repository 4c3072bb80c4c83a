import { data } from '@remix-run/node';
import type { ActionFunctionArgs } from '@remix-run/node';
import { requireClassTeacher } from '#app/features/classes/require-class-teacher.server.ts';
import { savedCommentSchema } from '#app/features/reviews/grade-form.ts';
import {
  forgetComment,
  listSavedComments,
  saveComment,
} from '#app/features/reviews/saved-comments.server.ts';

export async function action({ request, params }: ActionFunctionArgs) {
  const { user } = await requireClassTeacher({ request, classId: params.classId });
  const form = savedCommentSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) throw new Response(null, { status: 400 });
  const teacherId = user.id;
  if ('forget' in form.data) await forgetComment({ teacherId, id: form.data.forget });
  else await saveComment({ teacherId, text: form.data.text });
  return data({ savedComments: await listSavedComments({ teacherId }) });
}
