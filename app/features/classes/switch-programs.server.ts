import { writeAuditEntry } from '#app/features/audit/write-audit-entry.server.ts';
import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';

/**
 * Lets students' programs into a teacher's class, or keeps them out. Tokens stay; those of students stop and
 * start working with the switch.
 */
export async function switchPrograms(options: {
  teacherId: string;
  classId: string;
  on: boolean;
}): Promise<void> {
  const { teacherId, classId, on } = options;
  await db.$transaction(async (tx) => {
    const changed = await tx.class.updateMany({
      where: { id: classId, ...taughtBy(teacherId) },
      data: { programsOn: on },
    });
    if (changed.count === 0) throw new Response(null, { status: 404 });
    await writeAuditEntry(tx, {
      actorId: teacherId,
      classId,
      action: on ? 'programs.on' : 'programs.off',
      subject: classId,
    });
  });
}
