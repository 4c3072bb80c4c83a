import { db } from '#app/platform/db.server.ts';
import { setUpBy } from './exercise-access.server.ts';

/**
 * Ends the judging, or opens it again. Throws a 404 response for an exercise that is not of the teacher's class.
 */
export async function closeExercise(options: {
  teacherId: string;
  classId: string;
  exerciseId: string;
  isClosed: boolean;
}): Promise<void> {
  const { teacherId, classId, exerciseId, isClosed } = options;
  const { count } = await db.exercise.updateMany({
    where: { id: exerciseId, ...setUpBy({ teacherId, classId }) },
    data: { closedAt: isClosed ? new Date() : null },
  });
  if (count === 0) throw new Response(null, { status: 404 });
  await db.auditEntry.create({
    data: {
      actorId: teacherId,
      classId,
      action: isClosed ? 'exercise.closed' : 'exercise.opened',
      subject: exerciseId,
    },
  });
}
