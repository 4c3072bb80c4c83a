import { db } from '#app/platform/db.server.ts';

/**
 * The class that a join code opens now: not locked, not run out, not archived. Made-up people join a
 * made-up teacher's class, real people a real one's.
 */
export function findClassToJoin(options: {
  code: string;
  isDemo: boolean;
}): Promise<{ id: string } | null> {
  const { code, isDemo } = options;
  return db.class.findFirst({
    where: {
      joinCode: code,
      joinLocked: false,
      archivedAt: null,
      OR: [{ joinExpiresAt: null }, { joinExpiresAt: { gt: new Date() } }],
      memberships: { some: { role: 'teacher', removedAt: null, user: { isDemo } } },
    },
    select: { id: true },
  });
}
