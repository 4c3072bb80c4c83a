import { db } from '#app/platform/db.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import { deleteStudent } from './delete-student.server.ts';
import { deletableBy, studentsOf } from './student-access.server.ts';
import type { Keeper } from './student-access.server.ts';

/**
 * Deletes a student on a keeper's word, who has written the username once more. A 404 response where the student
 * is not theirs; a UserError where the name is another, or the student is in somebody else's class too.
 */
export async function removeAccount(options: {
  keeper: Keeper;
  studentId: string;
  username: string;
}): Promise<void> {
  const { keeper, studentId, username } = options;
  const student = await db.user.findFirst({
    where: { AND: [{ id: studentId }, studentsOf(keeper)] },
    select: { username: true },
  });
  if (!student) throw new Response(null, { status: 404 });
  if (student.username !== username)
    throw new UserError('This is not the username of this student.', { field: 'username' });
  const mine = await db.user.count({ where: { AND: [{ id: studentId }, deletableBy(keeper)] } });
  if (mine === 0)
    throw new UserError(
      'This student is in a class of another teacher too. Ask an admin of the school to delete the account.',
      { status: 409 },
    );
  await deleteStudent({ actorId: keeper.id, studentId });
}
