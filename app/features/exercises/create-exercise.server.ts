import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import { SHOWN } from './exercise-access.server.ts';
import type { ExerciseForm } from './exercise-form.ts';

/**
 * Sets up blind pairs over pictures of the teacher's class. Throws a 404 response for a class that is not
 * theirs, and a UserError where one of the pictures is not, or not any more, the class's to see.
 */
export async function createExercise(options: {
  teacherId: string;
  classId: string;
  form: ExerciseForm;
}): Promise<{ id: string }> {
  const { teacherId, classId, form } = options;
  const { pictures, question, pairs, asksWhy } = form;
  return db.$transaction(async (transaction) => {
    const found = await transaction.class.findFirst({
      where: { id: classId, ...taughtBy(teacherId), archivedAt: null },
    });
    if (!found) throw new Response(null, { status: 404 });
    const shown = await transaction.picture.count({
      where: { AND: [{ id: { in: pictures }, generation: { classId } }, SHOWN] },
    });
    if (shown < pictures.length)
      throw new UserError('One of these pictures is not there any more. Choose again.', {
        field: 'pictures',
      });
    const made = await transaction.exercise.create({
      data: {
        classId,
        teacherId,
        question,
        pairs,
        asksWhy,
        pictures: { create: pictures.map((pictureId) => ({ pictureId })) },
      },
      select: { id: true },
    });
    await transaction.auditEntry.create({
      data: { actorId: teacherId, classId, action: 'exercise.created', subject: made.id },
    });
    return made;
  });
}
