import { writeAuditEntry } from '#app/features/audit/write-audit-entry.server.ts';
import { enqueueGeneration } from '#app/features/generations/enqueue-generation.server.ts';
import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import { publishLive } from '#app/platform/live.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import type { WallForm } from './wall-form.ts';

/**
 * Pauses a class or lets it go on, puts a picture before everybody or takes it away. What waits in the queue stays
 * there through a pause and is drawn after it. Throws a 404 response for a class or a picture that is not the
 * teacher's, and a UserError (409) for a picture that is not approved.
 */
export async function changeWall(options: {
  teacherId: string;
  classId: string;
  form: WallForm;
}): Promise<void> {
  const { teacherId, classId, form } = options;
  await db.$transaction(async (transaction) => {
    const found = await transaction.class.findFirst({
      where: { id: classId, ...taughtBy(teacherId) },
      select: { id: true },
    });
    if (!found) throw new Response(null, { status: 404 });
    const change = await readChange(form, classId);
    await transaction.classWall.upsert({
      where: { classId },
      create: { classId, ...change },
      update: change,
    });
    await writeAuditEntry(transaction, {
      actorId: teacherId,
      classId,
      action: `wall.${form.intent}`,
      subject: form.intent === 'spotlight' ? form.pictureId : classId,
    });
  });
  if (form.intent === 'go-on') await enqueueWaiting(classId);
  await publishLive({ kind: 'class', classId, userId: teacherId });
}

async function readChange(form: WallForm, classId: string) {
  if (form.intent === 'pause') return { pausedAt: new Date() };
  if (form.intent === 'go-on') return { pausedAt: null };
  if (form.intent === 'spotlight-off') return { spotlightId: null, spotlightNamed: false };
  const picture = await db.picture.findFirst({
    where: { id: form.pictureId, generation: { classId, mode: { not: 'upload' } } },
    select: { id: true, state: true },
  });
  if (!picture) throw new Response(null, { status: 404 });
  if (picture.state !== 'approved')
    throw new UserError('This picture is held or removed, so nobody else may see it.', {
      status: 409,
    });
  return { spotlightId: picture.id, spotlightNamed: form.named === 'on' };
}

/** A job that came up during the pause was let go; it is added again, in its turn. */
async function enqueueWaiting(classId: string): Promise<void> {
  const waiting = await db.generation.findMany({
    where: { classId, state: 'waiting' },
    orderBy: [{ turn: 'asc' }, { createdAt: 'asc' }],
    select: { id: true, turn: true },
  });
  for (const row of waiting) await enqueueGeneration(row);
}
