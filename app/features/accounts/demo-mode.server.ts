import { db } from '#app/platform/db.server.ts';
import { env } from '#app/platform/env.server.ts';

/** Whether this site was started for made-up people; no real account is made while it was. */
export function isDemoSite(): boolean {
  return env().EASEL_DEMO === 'on';
}

/**
 * Whether made-up people may sign in: the demo mode is on and nobody real has an account. Asked at every
 * use, so that a first real account closes it at once.
 */
export async function isDemoOpen(): Promise<boolean> {
  if (!isDemoSite()) return false;
  const real = await db.user.findFirst({ where: { isDemo: false }, select: { id: true } });
  return real === null;
}
