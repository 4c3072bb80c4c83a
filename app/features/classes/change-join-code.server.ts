import type { z } from 'zod';
import { writeAuditEntry } from '#app/features/audit/write-audit-entry.server.ts';
import { db } from '#app/platform/db.server.ts';
import { newJoinCode } from './new-join-code.server.ts';
import type { joinCodeFormSchema } from './class-form.ts';

/** Gives the teacher's class a new join code, or locks or unlocks the one it has. */
export async function changeJoinCode(options: {
  teacherId: string;
  classId: string;
  form: z.output<typeof joinCodeFormSchema>;
}): Promise<void> {
  const { teacherId, classId, form } = options;
  const change =
    form.intent === 'new' ? newJoinCode(form.days) : { joinLocked: form.intent === 'lock' };
  await db.$transaction(async (transaction) => {
    const changed = await transaction.class.updateMany({
      where: {
        id: classId,
        memberships: { some: { userId: teacherId, role: 'teacher', removedAt: null } },
      },
      data: change,
    });
    if (changed.count === 0) throw new Response(null, { status: 404 });
    await writeAuditEntry(transaction, {
      actorId: teacherId,
      classId,
      action: `join-code.${form.intent}`,
      subject: classId,
    });
  });
}
