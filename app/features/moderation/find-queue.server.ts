import { countReportedComments } from '#app/features/comments/find-comments.server.ts';
import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import { findPatterns } from './find-patterns.server.ts';
import { workSelect } from './list-moderation.server.ts';
import { needsALook, PERSON } from './needs-a-look.server.ts';

/** More than anyone decides in one sitting; the rest follows when these are done. */
const MOST_SHOWN = 50;
/** A blocked prompt that nobody asked about is for information, and soon it is none. */
const BLOCKED_SHOWN_MS = 7 * 24 * 3_600_000;

/** Whose classes a teacher looks after now. */
const looksAfter = (teacherId: string) => ({
  class: { archivedAt: null, ...taughtBy(teacherId) },
});

/**
 * All that waits for this teacher, in every class of theirs, the oldest first: held pictures, flags and asked
 * reviews, and behind them the prompts that were blocked lately. Each comes with what was refused to the same
 * student in the last weeks.
 */
export async function findQueue({ teacherId }: { teacherId: string }) {
  const select = { ...workSelect, class: { select: { id: true, name: true } } };
  const theirs = looksAfter(teacherId);
  const [waiting, blocked] = await Promise.all([
    db.generation.findMany({
      where: { ...theirs, ...needsALook },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      take: MOST_SHOWN,
      select,
    }),
    db.generation.findMany({
      where: {
        ...theirs,
        state: 'blocked',
        createdAt: { gt: new Date(Date.now() - BLOCKED_SHOWN_MS) },
        verdicts: { none: { OR: [{ gate: PERSON }, { appealedAt: { not: null } }] } },
      },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      take: MOST_SHOWN,
      select,
    }),
  ]);
  const queue = [...waiting, ...blocked];
  const patterns = await findPatterns({ userIds: queue.map(({ user }) => user.id) });
  return queue.map((work) => ({ ...work, patterns: patterns.get(work.user.id) ?? [] }));
}

export type QueuedWork = Awaited<ReturnType<typeof findQueue>>[number];

/** How many things wait for this teacher; a blocked prompt that nobody asked about does not. */
export async function countQueue({ teacherId }: { teacherId: string }): Promise<number> {
  const [works, comments] = await Promise.all([
    db.generation.count({ where: { ...looksAfter(teacherId), ...needsALook } }),
    countReportedComments({ teacherId }),
  ]);
  return works + comments;
}
