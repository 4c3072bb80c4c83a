import { data } from '@remix-run/node';
import type { ActionFunctionArgs, HeadersFunction } from '@remix-run/node';
import { inviteTeacher } from '#app/features/classes/invite-teacher.server.ts';
import { requireClassTeacher } from '#app/features/classes/require-class-teacher.server.ts';

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, class: found } = await requireClassTeacher({ request, classId: params.classId });
  const path = await inviteTeacher({ teacherId: user.id, classId: found.id });
  const link = new URL(path, request.headers.get('origin') ?? request.url).href;
  return data({ link }, { headers: { 'Cache-Control': 'no-store' } });
}

/** The link is kept nowhere on its way. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;
