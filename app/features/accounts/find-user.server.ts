import { readSessionUser } from '#app/platform/sessions.server.ts';
import type { SignedInUser } from '#app/platform/sessions.server.ts';
import { isDemoOpen } from './demo-mode.server.ts';

export type { SignedInUser };

/** Who is signed in, or null. A demo person's session counts only while the demo is open. */
export async function findUser(request: Request): Promise<SignedInUser | null> {
  const user = await readSessionUser(request);
  if (user?.isDemo && !(await isDemoOpen())) return null;
  return user;
}
