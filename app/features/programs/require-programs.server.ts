import { UserError } from '#app/platform/user-error.ts';
import type { Prisma } from '#prisma/generated/client.ts';

/**
 * Lets a person's programs into a class of theirs. Throws a UserError where the class is not theirs to work in, or
 * they are a student and its teacher has not switched programs on.
 */
export async function requirePrograms(
  tx: Prisma.TransactionClient,
  { userId, classId }: { userId: string; classId: string },
): Promise<void> {
  const membership = await tx.membership.findFirst({
    where: { classId, userId, removedAt: null, class: { archivedAt: null } },
    select: { role: true, class: { select: { programsOn: true } } },
  });
  if (!membership) throw new UserError('This class is not yours to work in.', { status: 404 });
  if (membership.role === 'student' && !membership.class.programsOn)
    throw new UserError('Your teacher has not switched programs on for this class.', {
      status: 403,
    });
}
