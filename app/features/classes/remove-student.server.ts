import { writeAuditEntry } from '#app/features/audit/write-audit-entry.server.ts';
import { db } from '#app/platform/db.server.ts';

/** Takes a student out of the teacher's class; their work stays with the class. */
export async function removeStudent(options: {
  teacherId: string;
  classId: string;
  studentId: string;
}): Promise<void> {
  const { teacherId, classId, studentId } = options;
  await db.$transaction(async (transaction) => {
    const removed = await transaction.membership.updateMany({
      where: {
        classId,
        userId: studentId,
        role: 'student',
        removedAt: null,
        class: { memberships: { some: { userId: teacherId, role: 'teacher', removedAt: null } } },
      },
      data: { removedAt: new Date() },
    });
    if (removed.count === 0) throw new Response(null, { status: 404 });
    await writeAuditEntry(transaction, {
      actorId: teacherId,
      classId,
      action: 'student.removed',
      subject: studentId,
    });
  });
}
