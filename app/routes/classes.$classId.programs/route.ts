import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs } from '@remix-run/node';
import { programsFormSchema } from '#app/features/classes/class-form.ts';
import { requireClassTeacher } from '#app/features/classes/require-class-teacher.server.ts';
import { switchPrograms } from '#app/features/classes/switch-programs.server.ts';

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, class: found } = await requireClassTeacher({ request, classId: params.classId });
  const form = programsFormSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) throw new Response(null, { status: 400 });
  await switchPrograms({ teacherId: user.id, classId: found.id, on: form.data.intent === 'on' });
  return redirect(`/classes/${found.id}`);
}
