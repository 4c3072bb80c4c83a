import { data } from '@remix-run/node';
import type { ActionFunctionArgs } from '@remix-run/node';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { findCurrentClass } from '#app/features/classes/find-current-class.server.ts';
import { generationFormSchema } from '#app/features/generations/generation-form.ts';
import { requestLive } from '#app/features/generations/request-live.server.ts';
import { stopLive } from '#app/features/generations/stop-live.server.ts';
import { UserError } from '#app/platform/user-error.ts';

/** Draws what is being typed, or with `stop` draws nothing more. */
export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const fields = await request.formData();
  if (fields.has('stop')) {
    await stopLive({ user });
    return Response.json({});
  }
  const form = generationFormSchema.safeParse(Object.fromEntries(fields));
  // Half typed: there will be more in a moment.
  if (!form.success) return data({ error: form.error.issues[0]?.message }, { status: 400 });
  const currentClass = await findCurrentClass({ userId: user.id });
  try {
    const classId = currentClass?.id ?? '';
    return Response.json(await requestLive({ user, classId, form: form.data }));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return data({ error: error.message }, { status: error.status });
  }
}
