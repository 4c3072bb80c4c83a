import { findClassLessons } from '#app/features/lessons/find-class-lessons.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { fromFieldTime } from './school-time.server.ts';
import type { AssignmentForm } from './assignment-form.ts';

/**
 * A form as the columns of an assignment: `words` is what students read and versions keep, `plan` the rest.
 * `opensAt` is the time at which it has been released already. Throws a 404 response for a group of another
 * class and for a lesson that is not there.
 */
export async function readAssignmentForm(
  transaction: Prisma.TransactionClient,
  options: { classId: string; form: AssignmentForm; opensAt: Date | null },
) {
  const { classId, form } = options;
  const { title, instructions, pictures, words, groupId, lessonSlug, peerCount } = form;
  if (groupId) {
    const group = await transaction.group.findFirst({ where: { id: groupId, classId } });
    if (!group) throw new Response(null, { status: 404 });
  }
  if (lessonSlug) {
    const lessons = await findClassLessons({ classId });
    if (!lessons.some(({ slug }) => slug === lessonSlug)) throw new Response(null, { status: 404 });
  }
  const opensAt = fromFieldTime(form.opensAt) ?? options.opensAt ?? new Date();
  return {
    words: { title, instructions, pictures, words },
    plan: {
      groupId,
      lessonSlug,
      peerCount,
      opensAt: form.intent === 'release' ? opensAt : null,
      dueAt: fromFieldTime(form.dueAt),
      cutoffAt: fromFieldTime(form.cutoffAt),
    },
  };
}
