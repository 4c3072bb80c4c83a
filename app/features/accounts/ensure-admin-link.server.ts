import { randomBytes } from 'node:crypto';
import { db } from '#app/platform/db.server.ts';
import { isDemoSite } from './demo-mode.server.ts';
import { addOneTimeToken } from './one-time-link.server.ts';

const LINK_LIFETIME_S = 24 * 3600;

/**
 * Makes the link by which the first admin's account is made, as a path of this site. Null where there is an
 * admin already, or while the demo mode is on. Each call ends the link before.
 */
export async function ensureAdminLink(): Promise<string | null> {
  if (isDemoSite()) return null;
  const admin = await db.user.findFirst({ where: { role: 'admin', isDemo: false } });
  if (admin) return null;
  const token = randomBytes(24).toString('base64url');
  await db.$transaction((transaction) =>
    addOneTimeToken(transaction, {
      purpose: 'first-admin',
      token,
      userId: null,
      lifetimeS: LINK_LIFETIME_S,
    }),
  );
  return `/setup?token=${token}`;
}
