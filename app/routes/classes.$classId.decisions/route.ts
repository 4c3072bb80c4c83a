import { data } from '@remix-run/node';
import type { ActionFunctionArgs } from '@remix-run/node';
import { requireClassTeacher } from '#app/features/classes/require-class-teacher.server.ts';
import { decideVerdict } from '#app/features/moderation/decide-verdict.server.ts';
import { decisionFormSchema } from '#app/features/moderation/decision-form.ts';
import { UserError } from '#app/platform/user-error.ts';

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, class: found } = await requireClassTeacher({ request, classId: params.classId });
  const form = decisionFormSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success)
    return data({ errors: form.error.issues.map(({ message }) => message) }, { status: 400 });
  try {
    await decideVerdict({ teacherId: user.id, classId: found.id, form: form.data });
    return data({ errors: [] });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return data({ errors: [error.message] }, { status: error.status });
  }
}
