import { db } from '#app/platform/db.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import { foldUsername } from './account-fields.ts';
import { isDemoOpen } from './demo-mode.server.ts';
import { isDemoPerson } from './demo-people.ts';
import { startUserSession } from './start-user-session.server.ts';

/** Signs in as a made-up person and returns the `Set-Cookie` header. Throws a UserError where the demo is closed. */
export async function signInDemo(options: { request: Request; username: string }): Promise<string> {
  if (!(await isDemoOpen())) throw new UserError('The demo is closed on this site.');
  const username = foldUsername(options.username);
  const user = await db.user.findUnique({ where: { username, isDemo: true } });
  if (!user || !isDemoPerson(username)) throw new UserError('There is no such person in the demo.');
  return startUserSession({ request: options.request, user });
}
