import { data } from '@remix-run/node';
import type { ActionFunctionArgs, HeadersFunction } from '@remix-run/node';
import { resetSignIn } from '#app/features/accounts/reset-sign-in.server.ts';
import { studentFormSchema } from '#app/features/classes/class-form.ts';
import { removeStudent } from '#app/features/classes/remove-student.server.ts';
import { requireClassTeacher } from '#app/features/classes/require-class-teacher.server.ts';

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, class: found } = await requireClassTeacher({ request, classId: params.classId });
  const form = studentFormSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) throw new Response(null, { status: 400 });
  const student = { teacherId: user.id, classId: found.id, studentId: form.data.studentId };
  const code = form.data.intent === 'reset-sign-in' ? await resetSignIn(student) : null;
  if (form.data.intent === 'remove') await removeStudent({ ...student, work: form.data.work });
  return data({ code }, { headers: { 'Cache-Control': 'no-store' } });
}

/** A one-time code is kept nowhere on its way. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;
