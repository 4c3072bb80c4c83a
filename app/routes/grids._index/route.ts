import { parseWithZod } from '@conform-to/zod';
import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs } from '@remix-run/node';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { findCurrentClass } from '#app/features/classes/find-current-class.server.ts';
import { gridFormSchema } from '#app/features/grids/grid-form.ts';
import { requestGrid } from '#app/features/grids/request-grid.server.ts';
import { replyFault, replyInvalid } from '#app/platform/reply-to-form.server.ts';

/** The studio's form, sent by the grid's button. */
export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const fields = await request.formData();
  const submission = parseWithZod(fields, { schema: gridFormSchema });
  if (submission.status !== 'success') return replyInvalid(submission);
  const shared = Object.fromEntries(
    [...fields].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  ) as Record<string, string>;
  const currentClass = await findCurrentClass({ userId: user.id });
  try {
    const classId = currentClass?.id ?? '';
    const { id } = await requestGrid({ user, classId, shared, grid: submission.value });
    return redirect(`/grids/${id}`);
  } catch (error) {
    return replyFault(submission, error);
  }
}
