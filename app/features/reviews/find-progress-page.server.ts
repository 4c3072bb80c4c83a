import { toSchoolTime } from '#app/features/assignments/school-time.server.ts';
import { listReviewQueue } from './list-review-queue.server.ts';

/** An assignment of the teacher's with its times in words, and where its students stand. */
export async function findProgressPage(options: {
  teacherId: string;
  classId: string;
  assignmentId: string;
}) {
  const { assignment, rubric, outOf, entries } = await listReviewQueue(options);
  const { id, title, version, opensAt, dueAt, peerCount, peersDealtAt, group } = assignment;
  return {
    classId: options.classId,
    assignment: {
      id,
      title,
      version,
      peerCount,
      group: group?.name ?? null,
      isReleased: opensAt !== null && opensAt <= new Date(),
      opensAt: opensAt && toSchoolTime(opensAt),
      dueAt: dueAt && toSchoolTime(dueAt),
      isDealt: peersDealtAt !== null,
    },
    rubric,
    outOf,
    entries: entries.map((entry) => ({
      ...entry,
      extendedTo: entry.extendedTo && toSchoolTime(entry.extendedTo),
    })),
  };
}
