import type { Portfolio, Prisma } from '#prisma/generated/client.ts';

/**
 * A student's portfolio of a class, made where there is none yet and locked until the transaction ends.
 * Throws a 404 response where the class is not theirs to work in.
 */
export async function lockPortfolio(
  transaction: Prisma.TransactionClient,
  key: { userId: string; classId: string },
): Promise<Portfolio> {
  const { userId, classId } = key;
  const membership = await transaction.membership.findFirst({
    where: { userId, classId, role: 'student', removedAt: null, class: { archivedAt: null } },
  });
  if (!membership) throw new Response(null, { status: 404 });
  await transaction.portfolio.createMany({ data: key, skipDuplicates: true });
  await transaction.$queryRaw`SELECT id FROM "Portfolio"
    WHERE "classId" = ${classId} AND "userId" = ${userId} FOR UPDATE`;
  return transaction.portfolio.findUniqueOrThrow({ where: { classId_userId: key } });
}
