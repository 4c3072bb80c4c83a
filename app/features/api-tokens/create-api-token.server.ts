import { writeAuditEntry } from '#app/features/audit/write-audit-entry.server.ts';
import { requirePrograms } from '#app/features/programs/require-programs.server.ts';
import { db } from '#app/platform/db.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import type { ApiTokenForm } from './api-token-form.ts';
import { hashApiToken, makeApiToken } from './hash-api-token.server.ts';

const MAX_TOKENS = 20;
const DAY_MS = 24 * 3600 * 1000;
const ENDING_LENGTH = 4;

interface CreateApiTokenOptions {
  user: { id: string };
  classId: string;
  form: ApiTokenForm;
}

/**
 * Makes a token for a program of this person in a class of theirs, and returns it: it is stored as its hash, and
 * shown this once. Throws a UserError where the class is not theirs, its teacher has not let programs in, or
 * they have twenty tokens.
 */
export async function createApiToken(options: CreateApiTokenOptions): Promise<string> {
  const { user, classId, form } = options;
  const token = makeApiToken();
  await db.$transaction(async (tx) => {
    await requirePrograms(tx, { userId: user.id, classId });
    const open = { userId: user.id, revokedAt: null, expiresAt: { gt: new Date() } };
    if ((await tx.apiToken.count({ where: open })) >= MAX_TOKENS)
      throw new UserError(`You have ${MAX_TOKENS} tokens. Take one back that you do not need.`);
    const { id } = await tx.apiToken.create({
      data: {
        userId: user.id,
        classId,
        name: form.name,
        hash: hashApiToken(token),
        ending: token.slice(-ENDING_LENGTH),
        scopes: form.scopes,
        perMinute: form.perMinute,
        expiresAt: new Date(Date.now() + form.lifetimeD * DAY_MS),
      },
      select: { id: true },
    });
    await writeAuditEntry(tx, {
      actorId: user.id,
      classId,
      action: 'token.created',
      subject: id,
      detail: { scopes: form.scopes, perMinute: form.perMinute },
    });
  });
  return token;
}
