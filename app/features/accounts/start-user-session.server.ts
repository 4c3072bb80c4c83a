import { startSession } from '#app/platform/sessions.server.ts';
import type { SignedInUser } from './find-user.server.ts';

const HOUR_S = 3600;

/** A student's session ends with the school day, since computers are shared; a teacher's after a term. */
const LIFETIME_S: Record<SignedInUser['role'], number> = {
  student: 14 * HOUR_S,
  teacher: 90 * 24 * HOUR_S,
  admin: 90 * 24 * HOUR_S,
};

/** Signs a user in on this browser and returns the `Set-Cookie` header. */
export function startUserSession(options: {
  request: Request;
  user: Pick<SignedInUser, 'id' | 'role'>;
}): Promise<string> {
  const { request, user } = options;
  return startSession({ request, userId: user.id, lifetimeS: LIFETIME_S[user.role] });
}
