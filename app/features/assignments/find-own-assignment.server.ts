import { findClassLessons } from '#app/features/lessons/find-class-lessons.server.ts';
import { findReturnedGrade } from '#app/features/reviews/find-returned-grade.server.ts';
import { rubricSelect } from '#app/features/rubrics/find-rubric.server.ts';
import { db } from '#app/platform/db.server.ts';
import { assignedTo } from './assignment-access.server.ts';
import { datesFor, isClosed, isLate } from './due-dates.ts';
import { findSubmittedPictures } from './find-submitted-pictures.server.ts';
import { listAttachable } from './list-attachable.server.ts';
import { toSchoolTime } from './school-time.server.ts';

export type OwnAssignment = Awaited<ReturnType<typeof findOwnAssignment>>;

/**
 * One assignment as a student has it: what is asked, when it is due for them, their work as it stands with its
 * pictures and how those came about, and what was returned. An assignment that is not given to them does not
 * exist: 404.
 */
export async function findOwnAssignment(options: { userId: string; assignmentId: string }) {
  const { userId, assignmentId } = options;
  const now = new Date();
  const assignment = await db.assignment.findFirst({
    where: { AND: [{ id: assignmentId }, assignedTo(userId, now)] },
    include: {
      class: { select: { name: true, archivedAt: true } },
      criteria: rubricSelect,
      extensions: { where: { userId } },
      submissions: {
        where: { userId },
        include: {
          pictures: { orderBy: { position: 'asc' } },
          versions: { orderBy: { attempt: 'desc' } },
        },
      },
    },
  });
  if (!assignment) throw new Response(null, { status: 404 });
  const { classId } = assignment;
  const [submission] = assignment.submissions;
  const dates = datesFor(assignment, assignment.extensions[0]?.dueAt ?? null);
  const state = submission?.state ?? 'new';
  const isWritable = state === 'new' || state === 'draft' || state === 'takenBack';
  const pictureIds = submission?.pictures.map(({ pictureId }) => pictureId) ?? [];
  const [pictures, attachable, grade, lessons, peers] = await Promise.all([
    findSubmittedPictures({ userId, classId, pictureIds, showAll: false }),
    isWritable ? listAttachable({ userId, classId, lessonSlug: assignment.lessonSlug }) : [],
    submission ? findReturnedGrade({ submissionId: submission.id, userId, classId }) : null,
    assignment.lessonSlug ? findClassLessons({ classId, userId }) : [],
    db.peerReview.count({
      where: { reviewerId: userId, submission: { assignmentId }, submittedAt: null },
    }),
  ]);
  const lesson = lessons.find(({ slug }) => slug === assignment.lessonSlug);
  return {
    id: assignment.id,
    title: assignment.title,
    instructions: assignment.instructions,
    lesson: lesson ? { slug: lesson.slug, title: lesson.frontMatter.title } : null,
    className: assignment.class.name,
    version: assignment.version,
    pictures: assignment.pictures,
    words: assignment.words,
    rubric: assignment.criteria,
    dueAt: dates.dueAt && toSchoolTime(dates.dueAt),
    cutoffAt: dates.cutoffAt && toSchoolTime(dates.cutoffAt),
    isOver: isLate(dates, now),
    isClosed: isClosed(dates, now) || assignment.class.archivedAt !== null,
    isExtended: assignment.extensions.length > 0,
    peersToReview: peers,
    hasPeerReview: assignment.peersDealtAt !== null,
    work: {
      state,
      text: submission?.text ?? '',
      draftRevision: submission?.draftRevision ?? 0,
      attempt: submission?.attempt ?? 0,
      isLate: submission?.isLate ?? false,
      turnedInAt: submission?.turnedInAt ? toSchoolTime(submission.turnedInAt) : null,
      pictures,
      versions: (submission?.versions ?? []).map(({ attempt, turnedInAt, isLate, text }) => ({
        attempt,
        turnedInAt: toSchoolTime(turnedInAt),
        isLate,
        text,
      })),
    },
    attachable,
    grade,
  };
}
