import type { ActionFunctionArgs } from '@remix-run/node';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import {
  countPromptTokens,
  tokenFormSchema,
} from '#app/features/studio/count-prompt-tokens.server.ts';

/** How many tokens a prompt has; asked for with a body, since an address may end up in a log. */
export async function action({ request }: ActionFunctionArgs) {
  await requireUser(request);
  const form = tokenFormSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) throw new Response(null, { status: 400 });
  return Response.json({ tokens: await countPromptTokens(form.data) });
}
