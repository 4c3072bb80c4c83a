import type { SignedInUser } from '#app/features/accounts/require-user.server.ts';
import { findCurrentClass } from '#app/features/classes/find-current-class.server.ts';
import { countQueue } from '#app/features/moderation/find-queue.server.ts';
import { db } from '#app/platform/db.server.ts';

/** What every page tells whoever looks at it. */
export interface Notices {
  /** Things that wait for a teacher's decision. */
  waiting: number;
  /** The class in which no new picture starts just now. */
  paused: boolean;
  /** The picture that a teacher has put before the class; the name only where they said so. */
  spotlight: { pictureId: string; alt: string; madeBy: string | null } | null;
}

/** What waits for a teacher; for a student what goes on in the class. */
export async function findNotices({ user }: { user: SignedInUser }): Promise<Notices> {
  if (user.role !== 'student')
    return { waiting: await countQueue({ teacherId: user.id }), paused: false, spotlight: null };
  const current = await findCurrentClass({ userId: user.id });
  const wall =
    current &&
    (await db.classWall.findUnique({
      where: { classId: current.id },
      include: { spotlight: { include: { generation: { include: { user: true } } } } },
    }));
  const picture = wall?.spotlight?.state === 'approved' ? wall.spotlight : null;
  return {
    waiting: 0,
    paused: (wall?.pausedAt ?? null) !== null,
    spotlight: picture && {
      pictureId: picture.id,
      alt: picture.alt,
      madeBy: wall?.spotlightNamed ? picture.generation.user.displayName : null,
    },
  };
}
