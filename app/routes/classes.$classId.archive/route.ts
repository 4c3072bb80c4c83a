import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs } from '@remix-run/node';
import { archiveClass } from '#app/features/classes/archive-class.server.ts';
import { archiveFormSchema } from '#app/features/classes/class-form.ts';
import { requireClassTeacher } from '#app/features/classes/require-class-teacher.server.ts';

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, class: found } = await requireClassTeacher({ request, classId: params.classId });
  const form = archiveFormSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) throw new Response(null, { status: 400 });
  const archived = form.data.intent === 'archive';
  await archiveClass({ teacherId: user.id, classId: found.id, archived });
  return redirect(archived ? '/classes' : `/classes/${found.id}`);
}
