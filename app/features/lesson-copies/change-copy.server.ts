import { db } from '#app/platform/db.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import type { CopyForm } from './copy-form.ts';
import { giveCopy, takeCopy } from './give-copy.server.ts';
import { publishCopy } from './publish-copy.server.ts';
import { saveDraft } from './save-draft.server.ts';

interface ChangeCopyOptions {
  teacherId: string;
  copyId: string;
  form: CopyForm;
}

/** Does what the page of a teacher's lesson asks for; a save answers with the revision that the next one carries. */
export async function changeCopy(
  options: ChangeCopyOptions,
): Promise<{ draftRevision: number } | null> {
  const { form, ...whose } = options;
  switch (form.intent) {
    case 'save': {
      const saved = await db.$transaction((transaction) =>
        saveDraft(transaction, { ...whose, form }),
      );
      return { draftRevision: saved.draftRevision };
    }
    case 'publish':
      await publishCopy({ ...whose, form });
      return null;
    case 'give':
      await giveCopy({ ...whose, classId: form.classId });
      return null;
    case 'take':
      await takeCopy({ ...whose, classId: form.classId });
      return null;
    case 'remove':
      await removeCopy(whose);
      return null;
  }
}

/** Removes a teacher's lesson that no class has. */
async function removeCopy({ teacherId, copyId }: Omit<ChangeCopyOptions, 'form'>): Promise<void> {
  const mine = { id: copyId, teacherId };
  const { count } = await db.lessonCopy.deleteMany({
    where: { ...mine, versions: { none: { classes: { some: {} } } } },
  });
  if (count > 0) return;
  if (await db.lessonCopy.findFirst({ where: mine, select: { id: true } }))
    throw new UserError('Take the lesson away from its classes first.', { status: 409 });
  throw new Response(null, { status: 404 });
}
