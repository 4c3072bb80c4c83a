import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs } from '@remix-run/node';
import { changeJoinCode } from '#app/features/classes/change-join-code.server.ts';
import { joinCodeFormSchema } from '#app/features/classes/class-form.ts';
import { requireClassTeacher } from '#app/features/classes/require-class-teacher.server.ts';

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, class: found } = await requireClassTeacher({ request, classId: params.classId });
  const form = joinCodeFormSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) throw new Response(null, { status: 400 });
  await changeJoinCode({ teacherId: user.id, classId: found.id, form: form.data });
  return redirect(`/classes/${found.id}`);
}
