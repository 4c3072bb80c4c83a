import { readCopySlug } from '#app/features/lesson-copies/copy-slug.ts';
import type { Lesson } from '#lessons/schema.ts';
import { findLessonLog } from './find-lesson-log.server.ts';
import { findLessons } from './find-lessons.server.ts';
import { findMissingNeeds } from './find-missing-needs.server.ts';
import { findWork } from './find-work.server.ts';
import { findProgress } from './lesson-progress.server.ts';
import type { Learner, Progress } from './lesson-progress.server.ts';
import { captionPictures, hideAnswers } from './student-step.ts';

interface BuildLessonPageOptions {
  lesson: Lesson;
  viewerId: string;
  /** Whose work it is; nobody's for teachers, and for students without a class. */
  learner: Learner | null;
  isTeacher: boolean;
  /** The step that the address names; without it, where the student left off. */
  stepId: string | undefined;
}

/** One screen of a lesson: for a learner with their own work, for a teacher with notes and every step open. */
export async function buildLessonPage(options: BuildLessonPageOptions) {
  const { lesson, viewerId, learner, isTeacher, stepId } = options;
  const { slug, frontMatter } = lesson;
  const progress = learner && (await findProgress(learner, lesson));
  const reached = isTeacher ? lesson.steps.length : (progress?.stepIndex ?? 0);
  const index = findIndex(lesson, stepId, isTeacher && !stepId ? 0 : reached);
  const step = lesson.steps[index] ?? null;
  const log = learner && step?.activity ? await findLessonLog({ ...learner, slug }) : [];
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
    /** Of a teacher here, and none that comes with Easel. */
    isCopy: readCopySlug(slug) !== null,
    missing: await findMissingNeeds(frontMatter.needs, isTeacher),
    isCompleted: Boolean(progress?.completedAt),
    work: step?.activity ? await findWork({ lesson, step, progress, log, viewerId }) : null,
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
