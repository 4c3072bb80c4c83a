import { writeAuditEntry } from '#app/features/audit/write-audit-entry.server.ts';
import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import { layerOf } from './rules-form.ts';
import type { RulesForm } from './rules-form.ts';

/**
 * Keeps the rules of a class, or of a lesson in it, for every request from now on. What the school does not allow
 * is kept and has no effect. Throws a 404 response for a class that is not the teacher's.
 */
export async function saveRules(options: {
  teacherId: string;
  classId: string;
  form: RulesForm;
}): Promise<void> {
  const { teacherId, classId, form } = options;
  const { lessonSlug } = form;
  const { strictness, allowedWords, bounds } = layerOf(form);
  const row = {
    strictness,
    allowedWords,
    pornBound: bounds?.porn ?? null,
    hentaiBound: bounds?.hentai ?? null,
    sexyBound: bounds?.sexy ?? null,
  };
  await db.$transaction(async (transaction) => {
    const found = await transaction.class.findFirst({
      where: { id: classId, ...taughtBy(teacherId) },
      select: { id: true },
    });
    if (!found) throw new Response(null, { status: 404 });
    await transaction.classRules.upsert({
      where: { classId_lessonSlug: { classId, lessonSlug } },
      create: { classId, lessonSlug, ...row },
      update: row,
    });
    await writeAuditEntry(transaction, {
      actorId: teacherId,
      classId,
      action: 'rules.saved',
      subject: classId,
      detail: {
        lessonSlug,
        strictness,
        bounds: bounds && { ...bounds },
        words: allowedWords.length,
      },
    });
  });
}
