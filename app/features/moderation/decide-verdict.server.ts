import { enqueueGeneration } from '#app/features/generations/enqueue-generation.server.ts';
import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import { writeAuditEntry } from '#app/features/audit/write-audit-entry.server.ts';
import { db } from '#app/platform/db.server.ts';
import { publishLive } from '#app/platform/live.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import type {
  Generation,
  GenerationState,
  PictureState,
  Prisma,
} from '#prisma/generated/client.ts';
import { PERSON } from './needs-a-look.server.ts';
import type { Decision, DecisionForm } from './decision-form.ts';

const NEW_PICTURE_STATE: Record<Decision, PictureState> = {
  approve: 'approved',
  'keep-held': 'held',
  remove: 'removed',
};

const NEW_GENERATION_STATE: Record<Decision, GenerationState> = {
  approve: 'finished',
  'keep-held': 'held',
  remove: 'blocked',
};

/**
 * A teacher decides on a generation of a class of theirs. Its pictures follow, flags and asked reviews are
 * answered, and the decision is kept with its reason. A prompt that was blocked and is approved goes back
 * to the queue. Throws a 404 response for a generation that is not theirs, and a UserError where there is
 * nothing to decide.
 */
export async function decideVerdict(options: {
  teacherId: string;
  classId: string;
  form: DecisionForm;
}): Promise<void> {
  const { teacherId, classId, form } = options;
  const { generationId, decision, reason } = form;
  const decided = await db.$transaction(async (transaction) => {
    // Two teachers may decide at once: the second waits, and then sees what the first one left.
    await transaction.$queryRaw`SELECT id FROM "Generation" WHERE id = ${generationId} FOR UPDATE`;
    const generation = await transaction.generation.findFirst({
      where: { id: generationId, class: { id: classId, ...taughtBy(teacherId) } },
      include: { pictures: true },
    });
    if (!generation) throw new Response(null, { status: 404 });
    const after = await applyDecision(transaction, { generation, decision });
    const now = new Date();
    await transaction.verdict.updateMany({
      where: { generationId, appealedAt: { not: null }, resolvedAt: null },
      data: { resolvedAt: now },
    });
    await transaction.flag.updateMany({
      where: { picture: { generationId }, resolvedAt: null },
      data: { resolvedAt: now },
    });
    const { attempt } = generation;
    await transaction.verdict.create({
      data: {
        generationId,
        attempt,
        gate: PERSON,
        decision,
        reason,
        scores: {},
        reviewerId: teacherId,
      },
    });
    await writeAuditEntry(transaction, {
      actorId: teacherId,
      classId,
      action: `verdict.${decision}`,
      subject: generationId,
    });
    return after;
  });
  if (decided.state === 'waiting') await enqueueGeneration(decided);
  const { userId } = decided;
  await publishLive({ kind: 'moderation', classId, userId, generationId });
}

async function applyDecision(
  transaction: Prisma.TransactionClient,
  options: { generation: Generation & { pictures: { state: PictureState }[] }; decision: Decision },
): Promise<Generation> {
  const { generation, decision } = options;
  const { id, state } = generation;
  const live = generation.pictures.filter((picture) => picture.state !== 'removed');
  if (generation.pictures.length > 0 && live.length === 0)
    throw new UserError('This picture was removed already.', { status: 409 });
  if (live.length > 0) {
    await transaction.picture.updateMany({
      where: { generationId: id, state: { not: 'removed' } },
      data: { state: NEW_PICTURE_STATE[decision] },
    });
    return transaction.generation.update({
      where: { id },
      data: { state: NEW_GENERATION_STATE[decision] },
    });
  }
  if (state !== 'blocked' || decision === 'remove')
    throw new UserError('There is nothing to decide about this one.', { status: 409 });
  if (decision === 'keep-held') return generation;
  return transaction.generation.update({
    where: { id },
    data: { state: 'waiting', startedAt: null, finishedAt: null },
  });
}
