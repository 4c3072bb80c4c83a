import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import type { GroupForm } from './group-form.ts';

/**
 * Makes, changes or ends a group of the teacher's class. Throws a 404 response for a class, group or student that
 * is not theirs, and a UserError for a name that is taken or a group that has an assignment.
 */
export async function changeGroup(options: {
  teacherId: string;
  classId: string;
  form: GroupForm;
}): Promise<void> {
  const { teacherId, classId, form } = options;
  await db.$transaction(async (transaction) => {
    // Two teachers of a class change its groups one after the other.
    await transaction.$queryRaw`SELECT id FROM "Class" WHERE id = ${classId} FOR UPDATE`;
    const found = await transaction.class.findFirst({
      where: { id: classId, ...taughtBy(teacherId) },
      include: { groups: { include: { _count: { select: { assignments: true } } } } },
    });
    const groupId = form.intent === 'make' ? null : form.groupId;
    const group = found?.groups.find(({ id }) => id === groupId);
    if (!found || (groupId && !group)) throw new Response(null, { status: 404 });
    if (form.intent === 'remove') {
      if (group!._count.assignments > 0)
        throw new UserError('This group has an assignment, so it stays.', { status: 409 });
      await transaction.group.delete({ where: { id: form.groupId } });
      return;
    }
    if (found.groups.some(({ id, name }) => name === form.name && id !== groupId))
      throw new UserError('There is a group of this name already.', { field: 'name' });
    const userIds = [...new Set(form.members)];
    const students = await transaction.membership.count({
      where: { classId, userId: { in: userIds }, role: 'student', removedAt: null },
    });
    if (students !== userIds.length) throw new Response(null, { status: 404 });
    const { id } = groupId
      ? await transaction.group.update({ where: { id: groupId }, data: { name: form.name } })
      : await transaction.group.create({ data: { classId, name: form.name } });
    await transaction.groupMember.deleteMany({ where: { groupId: id } });
    await transaction.groupMember.createMany({
      data: userIds.map((userId) => ({ groupId: id, userId })),
    });
  });
}
