import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs } from '@remix-run/node';
import { requireClassTeacher } from '#app/features/classes/require-class-teacher.server.ts';
import { retentionFormSchema } from '#app/features/retention/retention-form.ts';
import { setRetention } from '#app/features/retention/set-retention.server.ts';

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, class: found } = await requireClassTeacher({ request, classId: params.classId });
  const form = retentionFormSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) throw new Response(null, { status: 400 });
  await setRetention({ teacherId: user.id, classId: found.id, ...form.data.keep });
  return redirect(`/classes/${found.id}`);
}
