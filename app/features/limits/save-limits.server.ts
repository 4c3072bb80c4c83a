import { writeAuditEntry } from '#app/features/audit/write-audit-entry.server.ts';
import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import { findModels } from '#app/features/studio/find-models.server.ts';
import { db } from '#app/platform/db.server.ts';
import type { ClassLimits } from './class-limits.ts';
import type { LimitsForm } from './limits-form.ts';

/**
 * Keeps what students of a teacher's class may use, for every request from now on. With every model chosen there is
 * no limit on models, so one that comes later is theirs, too. Throws a 404 response for a class that is not theirs.
 */
export async function saveLimits(options: {
  teacherId: string;
  classId: string;
  form: LimitsForm;
}): Promise<void> {
  const { teacherId, classId, form } = options;
  const models = await findModels();
  const isAll = models.every(({ id }) => form.modelIds.includes(id));
  const limits: ClassLimits = { ...form, modelIds: isAll ? null : form.modelIds };
  await db.$transaction(async (transaction) => {
    const found = await transaction.class.findFirst({
      where: { id: classId, ...taughtBy(teacherId) },
      select: { settings: true },
    });
    if (!found) throw new Response(null, { status: 404 });
    await transaction.class.update({
      where: { id: classId },
      data: { settings: { ...(found.settings as object), limits } },
    });
    await writeAuditEntry(transaction, {
      actorId: teacherId,
      classId,
      action: 'limits.saved',
      subject: classId,
      detail: { ...limits },
    });
  });
}
