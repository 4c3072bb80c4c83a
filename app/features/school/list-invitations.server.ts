import { toSchoolTime } from '#app/features/assignments/school-time.server.ts';
import { db } from '#app/platform/db.server.ts';

/** What a link's purpose begins with where it invites a teacher, to a class or to the school. */
const INVITES = ['teach:', 'join-school:'];

export interface OpenInvitation {
  /** The link's purpose, by which it is taken back. */
  purpose: string;
  /** Null where it is to the school and no class. */
  className: string | null;
  endsAt: string;
}

/** The invitations of teachers that would be taken now, those that end first first. */
export async function listInvitations(): Promise<OpenInvitation[]> {
  const links = await db.oneTimeLink.findMany({
    where: {
      OR: INVITES.map((startsWith) => ({ purpose: { startsWith } })),
      usedAt: null,
      expiresAt: { gt: new Date() },
    },
    orderBy: { expiresAt: 'asc' },
  });
  const classIdOf = (purpose: string) => purpose.split(':')[1] ?? '';
  const classes = await db.class.findMany({
    where: { id: { in: links.map(({ purpose }) => classIdOf(purpose)) } },
    select: { id: true, name: true },
  });
  return links.map(({ purpose, expiresAt }) => ({
    purpose,
    className: classes.find(({ id }) => id === classIdOf(purpose))?.name ?? null,
    endsAt: toSchoolTime(expiresAt),
  }));
}

/** Ends an open invitation. Throws a 404 response where there is none such. */
export async function takeBackInvitation(options: {
  adminId: string;
  purpose: string;
}): Promise<void> {
  const { adminId, purpose } = options;
  const isOne = INVITES.some((start) => purpose.startsWith(start));
  await db.$transaction(async (transaction) => {
    const { count } = await transaction.oneTimeLink.deleteMany({
      where: { purpose, usedAt: null },
    });
    if (!isOne || count === 0) throw new Response(null, { status: 404 });
    await transaction.auditEntry.create({
      data: {
        actorId: adminId,
        action: 'teacher.uninvited',
        subject: purpose.split(':')[1] ?? '',
      },
    });
  });
}
