import { requireTeacher } from '#app/features/accounts/require-user.server.ts';
import type { SignedInUser } from '#app/features/accounts/require-user.server.ts';
import { db } from '#app/platform/db.server.ts';
import type { Class } from '#prisma/generated/client.ts';

/** The class and its signed-in teacher. A class that is not theirs does not exist for them: 404. */
export async function requireClassTeacher(options: {
  request: Request;
  classId: string | undefined;
}): Promise<{ user: SignedInUser; class: Class }> {
  const user = await requireTeacher(options.request);
  const found = await db.class.findFirst({
    where: {
      id: options.classId ?? '',
      memberships: { some: { userId: user.id, role: 'teacher', removedAt: null } },
    },
  });
  if (!found) throw new Response(null, { status: 404 });
  return { user, class: found };
}
