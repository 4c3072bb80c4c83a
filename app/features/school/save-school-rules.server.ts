import { writeAuditEntry } from '#app/features/audit/write-audit-entry.server.ts';
import { PICTURE_SETTINGS } from '#app/features/moderation/rules.ts';
import { db } from '#app/platform/db.server.ts';
import type { SchoolRulesForm } from './school-form.ts';

/** Keeps how far the rules of every class may go. It counts for every request from now on. */
export async function saveSchoolRules(options: {
  adminId: string;
  form: SchoolRulesForm;
}): Promise<void> {
  const { adminId, form } = options;
  const { porn, hentai, sexy } = PICTURE_SETTINGS[form.pictures];
  const row = {
    strictness: form.strictness,
    pornBound: porn,
    hentaiBound: hentai,
    sexyBound: sexy,
  };
  await db.$transaction(async (transaction) => {
    await transaction.schoolRules.upsert({
      where: { id: 1 },
      create: { id: 1, ...row },
      update: row,
    });
    await writeAuditEntry(transaction, {
      actorId: adminId,
      action: 'school.rules-saved',
      subject: 'school',
      detail: { ...form },
    });
  });
}
