import { db } from '#app/platform/db.server.ts';

const MOST_COMMENTS = 100;

/** A teacher's own comment bank, by its words. */
export function listSavedComments(options: {
  teacherId: string;
}): Promise<{ id: string; text: string }[]> {
  return db.savedComment.findMany({
    where: { teacherId: options.teacherId },
    orderBy: { text: 'asc' },
    take: MOST_COMMENTS,
    select: { id: true, text: true },
  });
}

/** Keeps a comment for other works; one that is kept already is kept once. */
export async function saveComment(options: { teacherId: string; text: string }): Promise<void> {
  await db.savedComment.createMany({ data: options, skipDuplicates: true });
}

/** Forgets a comment of the teacher's bank. Throws a 404 response where it is not theirs. */
export async function forgetComment(options: { teacherId: string; id: string }): Promise<void> {
  const { teacherId, id } = options;
  const { count } = await db.savedComment.deleteMany({ where: { id, teacherId } });
  if (count === 0) throw new Response(null, { status: 404 });
}
