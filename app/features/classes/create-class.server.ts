import { writeAuditEntry } from '#app/features/audit/write-audit-entry.server.ts';
import { db } from '#app/platform/db.server.ts';
import { newJoinCode } from './new-join-code.server.ts';

/** Makes a class with an open join code, taught by `teacherId`. */
export async function createClass(options: {
  teacherId: string;
  name: string;
}): Promise<{ id: string }> {
  const { teacherId, name } = options;
  return db.$transaction(async (transaction) => {
    const made = await transaction.class.create({
      data: {
        name,
        ...newJoinCode(),
        memberships: { create: { userId: teacherId, role: 'teacher' } },
      },
      select: { id: true },
    });
    await writeAuditEntry(transaction, {
      actorId: teacherId,
      classId: made.id,
      action: 'class.created',
      subject: made.id,
    });
    return made;
  });
}
