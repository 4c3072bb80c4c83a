import { data } from '@remix-run/node';
import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { react } from '#app/features/reactions/react.server.ts';
import { REACTION_KINDS } from '#app/features/reactions/reaction-kinds.ts';

const reactionFormSchema = z.object({
  kind: z.enum(REACTION_KINDS),
  intent: z.enum(['say', 'take-back']),
});

export async function action({ request, params: { pictureId = '' } }: ActionFunctionArgs) {
  const { id: userId } = await requireUser(request);
  const form = reactionFormSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) throw new Response(null, { status: 400 });
  const { kind, intent } = form.data;
  await react({ userId, pictureId, kind, isSaid: intent === 'say' });
  return data({ done: intent });
}
