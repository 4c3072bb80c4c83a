import { createTeacher } from '#app/features/accounts/create-teacher.server.ts';
import { isDemoOpen } from '#app/features/accounts/demo-mode.server.ts';
import {
  isTokenGood,
  joinSchoolPurpose,
  spendOneTimeToken,
} from '#app/features/accounts/one-time-link.server.ts';
import { hashPassword } from '#app/features/accounts/password.server.ts';
import { startUserSession } from '#app/features/accounts/start-user-session.server.ts';
import { writeAuditEntry } from '#app/features/audit/write-audit-entry.server.ts';
import type { NewTeacherForm } from '#app/features/classes/invitation-form.ts';
import { db } from '#app/platform/db.server.ts';
import { UserError } from '#app/platform/user-error.ts';

/** Whether an invitation to the school would be taken now. */
export function isInvited(options: { invitationId: string; token: string }): Promise<boolean> {
  return isTokenGood(joinSchoolPurpose(options.invitationId), options.token);
}

/**
 * Makes an invited teacher's account, without a class yet, and returns the `Set-Cookie` header. Throws a UserError
 * for a used invitation and for a taken username.
 */
export async function joinSchool(options: {
  request: Request;
  invitationId: string;
  form: NewTeacherForm;
}): Promise<string> {
  const { request, invitationId, form } = options;
  const { token, username, displayName } = form;
  const isDemo = await isDemoOpen();
  const passwordHash = await hashPassword(form.password);
  const user = await db.$transaction(async (transaction) => {
    const purpose = joinSchoolPurpose(invitationId);
    if (!(await spendOneTimeToken(transaction, { purpose, token, userId: null })))
      throw new UserError('This invitation is used or too old. Ask for a new one.');
    const account = { username, displayName, passwordHash, isDemo };
    const made = await createTeacher(transaction, account);
    await writeAuditEntry(transaction, {
      actorId: made.id,
      action: 'teacher.joined',
      subject: made.id,
    });
    return made;
  });
  return startUserSession({ request, user });
}
