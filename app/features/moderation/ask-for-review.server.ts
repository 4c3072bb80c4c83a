import { writeAuditEntry } from '#app/features/audit/write-audit-entry.server.ts';
import { db } from '#app/platform/db.server.ts';
import { publishLive } from '#app/platform/live.server.ts';
import { UserError } from '#app/platform/user-error.ts';

/**
 * A student asks an adult to look at a refusal of their own: a blocked prompt or a held picture. Asking
 * again while nobody has answered changes nothing. Throws a 404 response for a generation that is not
 * theirs, and a UserError where nothing was refused or a person has decided already.
 */
export async function askForReview(options: {
  user: { id: string };
  generationId: string;
}): Promise<void> {
  const { user, generationId } = options;
  const generation = await db.generation.findFirst({
    where: { id: generationId, userId: user.id },
    include: { verdicts: { orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] } },
  });
  if (!generation) throw new Response(null, { status: 404 });
  const { classId, state, verdicts } = generation;
  if (state !== 'blocked' && state !== 'held')
    throw new UserError('Nothing was refused here, so there is nothing to review.', {
      status: 409,
    });
  if (verdicts.some(({ reviewerId }) => reviewerId !== null))
    throw new UserError('Your teacher has looked at this already. Talk to them about it.', {
      status: 409,
    });
  if (verdicts.some(({ appealedAt }) => appealedAt !== null)) return;
  const refusal = verdicts.find(({ decision }) => decision !== 'pass') ?? verdicts[0];
  if (!refusal) throw new Error(`Generation ${generationId} was refused without a verdict.`);
  await db.$transaction(async (transaction) => {
    await transaction.verdict.update({
      where: { id: refusal.id },
      data: { appealedAt: new Date() },
    });
    await writeAuditEntry(transaction, {
      actorId: user.id,
      classId,
      action: 'review.asked',
      subject: generationId,
    });
  });
  await publishLive({ kind: 'moderation', classId, userId: user.id, generationId });
}
