import { UserError } from '#app/platform/user-error.ts';
import type { LessonCopy, Prisma } from '#prisma/generated/client.ts';
import type { DraftForm } from './copy-form.ts';
import { readMistakes } from './read-mistakes.server.ts';

/**
 * Keeps a draft as its teacher has it now, mistakes and all. Throws a UserError (409) where another window has saved
 * since, and a 404 response where the lesson is not this teacher's.
 */
export async function saveDraft(
  transaction: Prisma.TransactionClient,
  options: { teacherId: string; copyId: string; form: DraftForm },
): Promise<LessonCopy> {
  const { teacherId, copyId, form } = options;
  const mine = { id: copyId, teacherId };
  const copy = await transaction.lessonCopy.findFirst({ where: mine, select: { folder: true } });
  if (!copy) throw new Response(null, { status: 404 });
  const { lesson } = await readMistakes({ id: copyId, folder: copy.folder, text: form.text });
  const [saved] = await transaction.lessonCopy.updateManyAndReturn({
    where: { ...mine, draftRevision: form.draftRevision },
    data: {
      draft: form.text,
      draftRevision: { increment: 1 },
      editedAt: new Date(),
      ...(lesson && { title: lesson.frontMatter.title }),
    },
  });
  if (!saved)
    throw new UserError(
      'This lesson was changed in another window. Load the page again to go on from there.',
      { status: 409 },
    );
  return saved;
}
