import type { SignedInUser } from '#app/features/accounts/require-user.server.ts';
import { findCurrentClass } from '#app/features/classes/find-current-class.server.ts';
import type { Lesson } from '#lessons/schema.ts';
import { findLesson } from './find-lesson.server.ts';
import { findLessonLog } from './find-lesson-log.server.ts';
import { findProgress } from './lesson-progress.server.ts';
import type { Progress } from './lesson-progress.server.ts';
import { findMissingNeeds } from './find-missing-needs.server.ts';
import { findWork } from './find-work.server.ts';
import { captionPictures, hideAnswers } from './student-step.ts';
import { findLessons } from './find-lessons.server.ts';

interface FindLessonPageOptions {
  user: SignedInUser;
  slug: string;
  /** The step that the address names; without it, where the student left off. */
  stepId?: string | undefined;
}

export type LessonPage = Awaited<ReturnType<typeof findLessonPage>>;

/**
 * One screen of a lesson, for a student with their own work and without the teacher's notes and answers;
 * for a teacher with them, every step open and nothing to send. `step` is null on the last screen.
 */
export async function findLessonPage({ user, slug, stepId }: FindLessonPageOptions) {
  const [lesson, currentClass] = await Promise.all([
    findLesson({ slug }),
    findCurrentClass({ userId: user.id }),
  ]);
  const isTeacher = user.role !== 'student';
  const learner = !isTeacher && currentClass ? { userId: user.id, classId: currentClass.id } : null;
  const progress = learner && (await findProgress(learner, lesson));
  const reached = isTeacher ? lesson.steps.length : (progress?.stepIndex ?? 0);
  const index = findIndex(lesson, stepId, isTeacher && !stepId ? 0 : reached);
  const step = lesson.steps[index] ?? null;
  const log = learner && step?.activity ? await findLessonLog({ ...learner, slug }) : [];
  const { frontMatter } = lesson;
  return {
    slug,
    title: frontMatter.title,
    number: frontMatter.number,
    minutes: frontMatter.minutes,
    objectives: frontMatter.objectives,
    captions: captionPictures(frontMatter.pictures),
    trail: buildTrail({ lesson, progress, reached, index }),
    step: step && hideAnswers(step),
    index,
    isFirst: index === 0,
    nextStepId: lesson.steps[index + 1]?.id ?? null,
    evidence: (step && progress?.evidence.get(step.id)?.body) ?? null,
    attempt: progress?.attempts ?? 0,
    canAnswer: learner !== null,
    isTeacher,
    needsClass: !isTeacher && !currentClass,
    missing: await findMissingNeeds(frontMatter.needs, isTeacher),
    isCompleted: Boolean(progress?.completedAt),
    work: step?.activity
      ? await findWork({ lesson, step, progress, log, viewerId: user.id })
      : null,
    nextLesson: step ? null : await findFollowing(lesson),
    teacher: isTeacher ? teacherNotes(lesson, index) : null,
  };
}

/** A step that is not reached yet, or not there, gives way to the one that the student is at. */
function findIndex(lesson: Lesson, stepId: string | undefined, reached: number): number {
  const asked = lesson.steps.findIndex(({ id }) => id === stepId);
  return asked >= 0 && asked <= reached ? asked : reached;
}

interface TrailOptions {
  lesson: Lesson;
  progress: Progress | null;
  reached: number;
  index: number;
}

function buildTrail({ lesson, progress, reached, index }: TrailOptions) {
  return lesson.steps.map(({ id, title }, at) => ({
    id,
    label: title,
    state:
      at === index
        ? ('current' as const)
        : progress?.evidence.has(id)
          ? ('done' as const)
          : at <= reached
            ? ('todo' as const)
            : ('locked' as const),
    ...(at <= reached && { to: `?step=${id}` }),
  }));
}

async function findFollowing({ frontMatter }: Lesson) {
  const following = (await findLessons()).find(
    (one) => one.frontMatter.number > frontMatter.number,
  );
  return following ? { slug: following.slug, title: following.frontMatter.title } : null;
}

function teacherNotes({ frontMatter, instructor, steps }: Lesson, index: number) {
  const { misconceptions, competences } = frontMatter;
  const step = steps[index];
  const { activity } = step ?? {};
  return {
    about: instructor,
    misconceptions,
    competences,
    notes: step?.instructor ?? [],
    answer:
      activity?.kind === 'check' ? (activity.choices[activity.answer - 1]?.text ?? null) : null,
    target:
      activity?.kind === 'generate' && activity.target
        ? (frontMatter.pictures[activity.target]?.prompt ?? null)
        : null,
  };
}
