import { db } from '#app/platform/db.server.ts';
import { toSchoolTime } from '#app/features/assignments/school-time.server.ts';
import type { Scope } from './scopes.ts';

export interface ListedToken {
  id: string;
  name: string;
  ending: string;
  scopes: Scope[];
  perMinute: number;
  className: string;
  expiresAt: string;
  isExpired: boolean;
  lastUsedAt: string | null;
}

/** A person's tokens that are not taken back, newest first. */
export async function listApiTokens({ userId }: { userId: string }): Promise<ListedToken[]> {
  const tokens = await db.apiToken.findMany({
    where: { userId, revokedAt: null },
    orderBy: { createdAt: 'desc' },
    include: { class: { select: { name: true } } },
  });
  return tokens.map((token) => ({
    id: token.id,
    name: token.name,
    ending: token.ending,
    scopes: token.scopes as Scope[],
    perMinute: token.perMinute,
    className: token.class.name,
    expiresAt: toSchoolTime(token.expiresAt),
    isExpired: token.expiresAt <= new Date(),
    lastUsedAt: token.lastUsedAt && toSchoolTime(token.lastUsedAt),
  }));
}
