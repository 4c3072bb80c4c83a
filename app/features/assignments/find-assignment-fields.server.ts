import { db } from '#app/platform/db.server.ts';
import { setBy } from './assignment-access.server.ts';
import { toFieldTime } from './school-time.server.ts';

/** An assignment as its form begins. Throws a 404 response where it is not the teacher's. */
export async function findAssignmentFields(options: {
  teacherId: string;
  classId: string;
  assignmentId: string;
}) {
  const { assignmentId } = options;
  const found = await db.assignment.findFirst({ where: { id: assignmentId, ...setBy(options) } });
  if (!found) throw new Response(null, { status: 404 });
  const { title, instructions, lessonSlug, groupId, pictures, words, peerCount, revision } = found;
  return {
    title,
    instructions,
    lessonSlug: lessonSlug ?? '',
    groupId: groupId ?? '',
    pictures: String(pictures),
    words: String(words),
    peerCount: String(peerCount),
    opensAt: toFieldTime(found.opensAt),
    dueAt: toFieldTime(found.dueAt),
    cutoffAt: toFieldTime(found.cutoffAt),
    revision: String(revision),
  };
}

export type AssignmentFields = Awaited<ReturnType<typeof findAssignmentFields>>;
