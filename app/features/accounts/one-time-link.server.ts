import { createHash } from 'node:crypto';
import { db } from '#app/platform/db.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';

type Purpose = 'first-admin' | 'sign-in-reset' | `teach:${string}` | `join-school:${string}`;

/** Teaching one class: the invitation to one is no invitation to another. */
export function teachPurpose(classId: string): Purpose {
  return `teach:${classId}`;
}

/** Teaching at the school, without a class yet: each invitation has an id of its own. */
export function joinSchoolPurpose(invitationId: string): Purpose {
  return `join-school:${invitationId}`;
}

interface NewToken {
  purpose: Purpose;
  token: string;
  userId: string | null;
  lifetimeS: number;
}

/**
 * Keeps a token's hash for one use within `lifetimeS`, within the caller's transaction; earlier ones of the
 * same purpose and user stop working.
 */
export async function addOneTimeToken(
  transaction: Prisma.TransactionClient,
  { purpose, token, userId, lifetimeS }: NewToken,
): Promise<void> {
  const expiresAt = new Date(Date.now() + lifetimeS * 1000);
  await transaction.oneTimeLink.deleteMany({ where: { purpose, userId } });
  await transaction.oneTimeLink.create({
    data: { id: hashToken(purpose, token), purpose, userId, expiresAt },
  });
}

/** Whether the token would be taken now, without using it up. */
export async function isTokenGood(purpose: Purpose, token: string): Promise<boolean> {
  const id = hashToken(purpose, token);
  const link = await db.oneTimeLink.findFirst({
    where: { id, usedAt: null, expiresAt: { gt: new Date() } },
  });
  return link !== null;
}

/** Uses a token up within the caller's transaction. False where it is wrong, used or too old. */
export async function spendOneTimeToken(
  transaction: Prisma.TransactionClient,
  options: { purpose: Purpose; token: string; userId: string | null },
): Promise<boolean> {
  const { purpose, token, userId } = options;
  const spent = await transaction.oneTimeLink.updateMany({
    where: { id: hashToken(purpose, token), userId, usedAt: null, expiresAt: { gt: new Date() } },
    data: { usedAt: new Date() },
  });
  return spent.count === 1;
}

function hashToken(purpose: Purpose, token: string): string {
  return createHash('sha256').update(`${purpose}:${token}`).digest('hex');
}
