import { db } from '#app/platform/db.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import type { DraftForm } from './copy-form.ts';
import { readMistakes } from './read-mistakes.server.ts';
import { saveDraft } from './save-draft.server.ts';

/**
 * Makes a version of a draft. Classes that have the lesson get it for whoever begins from now on; students who have
 * begun stay on theirs until they choose. Throws the UserErrors of `saveDraft`, and one where the draft has mistakes
 * or says what the newest version says.
 */
export async function publishCopy(options: {
  teacherId: string;
  copyId: string;
  form: DraftForm;
}): Promise<void> {
  const { copyId, form } = options;
  // A draft with mistakes is kept although it is not published.
  const { folder } = await db.$transaction((transaction) => saveDraft(transaction, options));
  const { lesson, mistakes } = await readMistakes({ id: copyId, folder, text: form.text });
  if (!lesson)
    throw new UserError(
      `Put the mistakes right first. The first one is in line ${mistakes[0]?.line ?? 1}.`,
    );
  await db.$transaction(async (transaction) => {
    // Two windows that publish at once make two versions, one after the other.
    await transaction.$queryRaw`SELECT id FROM "LessonCopy" WHERE id = ${copyId} FOR UPDATE`;
    const newest = await transaction.lessonVersion.findFirst({
      where: { copyId },
      orderBy: { number: 'desc' },
    });
    if (newest?.hash === lesson.hash)
      throw new UserError(`Nothing has changed since version ${newest.number}.`);
    const number = (newest?.number ?? 0) + 1;
    await transaction.lessonVersion.create({
      data: { copyId, number, text: form.text, hash: lesson.hash },
    });
    await transaction.classLesson.updateMany({ where: { copyId }, data: { version: number } });
  });
}
