import { data } from '@remix-run/node';
import type { ActionFunctionArgs, HeadersFunction } from '@remix-run/node';
import { requireAdmin } from '#app/features/accounts/require-user.server.ts';
import { inviteToSchool } from '#app/features/school/invite-to-school.server.ts';
import { takeBackInvitation } from '#app/features/school/list-invitations.server.ts';
import { invitationsFormSchema } from '#app/features/school/school-form.ts';

export async function action({ request }: ActionFunctionArgs) {
  const { id: adminId } = await requireAdmin(request);
  const form = invitationsFormSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) throw new Response(null, { status: 400 });
  if (form.data.intent === 'take-back') {
    await takeBackInvitation({ adminId, purpose: form.data.purpose });
    return data({ link: null });
  }
  const path = await inviteToSchool({ adminId });
  const link = new URL(path, request.headers.get('origin') ?? request.url).href;
  return data({ link }, { headers: { 'Cache-Control': 'no-store' } });
}

/** The link is kept nowhere on its way. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;
