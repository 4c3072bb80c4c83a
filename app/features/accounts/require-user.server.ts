import { redirect } from '@remix-run/node';
import { findUser } from './find-user.server.ts';
import type { SignedInUser } from './find-user.server.ts';

export type { SignedInUser };

/** The signed-in user; anyone else is sent to sign in and comes back to where they were. */
export async function requireUser(request: Request): Promise<SignedInUser> {
  const user = await findUser(request);
  if (user) return user;
  const { pathname, search } = new URL(request.url);
  const next = request.method === 'GET' ? pathname.replace(/\.data$/, '') + search : '/';
  throw redirect(`/sign-in?${new URLSearchParams({ next })}`);
}

/** A signed-in admin. For anyone else the page does not exist: 404. */
export async function requireAdmin(request: Request): Promise<SignedInUser> {
  const user = await requireUser(request);
  if (user.role !== 'admin') throw new Response(null, { status: 404 });
  return user;
}

/** A signed-in teacher or admin. For a student the page does not exist: 404. */
export async function requireTeacher(request: Request): Promise<SignedInUser> {
  const user = await requireUser(request);
  if (user.role === 'student') throw new Response(null, { status: 404 });
  return user;
}
