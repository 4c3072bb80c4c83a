import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs } from '@remix-run/node';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { chooseStudioView } from '#app/features/studio/choose-studio-view.server.ts';
import { studioViewSchema } from '#app/features/studio/studio-view.ts';

export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const view = studioViewSchema.safeParse((await request.formData()).get('view'));
  if (!view.success) throw new Response(null, { status: 400 });
  await chooseStudioView({ userId: user.id, view: view.data });
  return redirect('/studio');
}
