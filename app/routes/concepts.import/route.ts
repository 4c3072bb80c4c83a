import { parseWithZod } from '@conform-to/zod';
import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs } from '@remix-run/node';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { findCurrentClass } from '#app/features/classes/find-current-class.server.ts';
import { importConcept } from '#app/features/concepts/import-concept.server.ts';
import { importFormSchema } from '#app/features/concepts/import-form.ts';
import { takeConceptFile } from '#app/features/concepts/take-concept-file.server.ts';
import { replyFault, replyInvalid } from '#app/platform/reply-to-form.server.ts';

/** A word or style from a file. */
export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const currentClass = await findCurrentClass({ userId: user.id });
  const submission = parseWithZod(await takeConceptFile(request), { schema: importFormSchema });
  if (submission.status !== 'success') return replyInvalid(submission);
  try {
    const classId = currentClass?.id ?? '';
    const { id } = await importConcept({ user, classId, form: submission.value });
    return redirect(`/concepts/${id}`);
  } catch (error) {
    return replyFault(submission, error);
  }
}
