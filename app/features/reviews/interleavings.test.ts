import '#tests/database/own-database.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findOwnAssignment } from '#app/features/assignments/find-own-assignment.server.ts';
import { saveDraft } from '#app/features/assignments/save-draft.server.ts';
import { takeBack } from '#app/features/assignments/take-back.server.ts';
import { turnIn } from '#app/features/assignments/turn-in.server.ts';
import { db } from '#app/platform/db.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import { createAssignmentWithRubric, turnInWork } from '#tests/fixtures/assignment.ts';
import { createClassroom, createUser } from '#tests/fixtures/classroom.ts';
import { commentOnSubmission } from './comment-on-submission.server.ts';
import { findReview } from './find-review.server.ts';
import { returnSubmission } from './return-submission.server.ts';
import { writeScore } from './write-score.server.ts';

const RUNS = 200;

type GraderStep =
  { kind: 'level'; criterion: 0 | 1; level: 0 | 1 | 2 } | { kind: 'remark' | 'comment' | 'return' };
type StudentStep = { kind: 'take-back' | 'save' | 'turn-in' };

const graderStep: fc.Arbitrary<GraderStep> = fc.oneof(
  fc.record({
    kind: fc.constant('level' as const),
    criterion: fc.constantFrom(0 as const, 1 as const),
    level: fc.constantFrom(0 as const, 1 as const, 2 as const),
  }),
  fc.record({ kind: fc.constantFrom('remark' as const, 'comment' as const, 'return' as const) }),
);
const studentStep: fc.Arbitrary<StudentStep> = fc.record({
  kind: fc.constantFrom('take-back', 'save', 'turn-in'),
});

/** What one write did: the revision that it was made on, and what it wrote where it was accepted. */
interface Outcome {
  /** Writes to the same place come after each other: the last one accepted is what stands there. */
  place: string;
  value: string;
  seen: number;
  accepted: boolean;
}

it('two graders and a student at once: nothing is lost, and every conflict is told', async () => {
  const room = await createClassroom();
  const second = await createUser('teacher');
  const classId = room.school.id;
  await db.membership.create({ data: { classId, userId: second.id, role: 'teacher' } });
  const teachers = [room.teacher.id, second.id] as const;
  const { assignmentId, rubric } = await createAssignmentWithRubric({
    teacherId: teachers[0],
    classId,
  });
  let conflicts = 0;
  let accepted = 0;

  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(graderStep, { minLength: 1, maxLength: 4 }),
      fc.array(graderStep, { minLength: 1, maxLength: 4 }),
      fc.array(studentStep, { minLength: 1, maxLength: 3 }),
      async (scheduler, first, other, studentSteps) => {
        const { id: userId } = await createUser('student');
        await db.membership.create({ data: { classId, userId, role: 'student' } });
        const { submission, pictureId } = await turnInWork({ userId, classId, assignmentId });
        const submissionId = submission.id;
        const outcomes: Outcome[] = [];
        let count = 0;

        // Each look and each write begins when the scheduler says so; the database runs them side by side.
        const turn = (label: string) => scheduler.schedule(Promise.resolve(), label);

        const grade = async (teacherId: string, steps: GraderStep[]) => {
          for (const step of steps) {
            const value = `${step.kind}-${++count}`;
            await turn(`${teacherId} looks`);
            const { revision } = await findReview({ teacherId, classId, submissionId });
            const grading = { teacherId, classId, submissionId, revision };
            const write = writeFor(grading, step, value);
            await turn(value);
            outcomes.push(await settle(write(), write.place, revision));
          }
        };
        const writeFor = (
          grading: Parameters<typeof returnSubmission>[0],
          step: GraderStep,
          value: string,
        ) => {
          const { revision } = grading;
          if (step.kind === 'level') {
            const { id: criterionId, levels } = rubric[step.criterion]!;
            const levelId = levels[step.level]!.id;
            const form = { intent: 'level' as const, revision, criterionId, levelId };
            return Object.assign(async () => (await writeScore({ grading, form }), levelId), {
              place: criterionId,
            });
          }
          if (step.kind === 'remark') {
            const form = { intent: 'remark' as const, revision, remark: value };
            return Object.assign(async () => (await writeScore({ grading, form }), value), {
              place: 'remark',
            });
          }
          if (step.kind === 'comment')
            return Object.assign(
              async () => {
                const form = { intent: 'comment' as const, text: value };
                await commentOnSubmission({ ...grading, form });
                return value;
              },
              { place: `comment-${value}` },
            );
          return Object.assign(async () => (await returnSubmission(grading), value), {
            place: 'return',
          });
        };
        const study = async () => {
          for (const step of studentSteps) {
            const value = `text ${++count} of mine`;
            await turn('student looks');
            const { work, version } = await findOwnAssignment({ userId, assignmentId });
            const draft = {
              text: value,
              pictures: [pictureId],
              draftRevision: work.draftRevision,
            };
            const from = work.state === 'returned' ? ('returned' as const) : ('turnedIn' as const);
            const write = async () => {
              if (step.kind === 'take-back') await takeBack({ userId, assignmentId, from });
              if (step.kind === 'save') await saveDraft({ userId, assignmentId, draft });
              if (step.kind === 'turn-in') await turnIn({ userId, assignmentId, draft, version });
              return value;
            };
            const place = step.kind === 'take-back' ? 'take-back' : 'text';
            await turn(value);
            outcomes.push(await settle(write(), place, work.draftRevision));
          }
        };

        const all = Promise.all([grade(teachers[0], first), grade(teachers[1], other), study()]);
        await scheduler.waitFor(all);

        const now = await db.submission.findUniqueOrThrow({
          where: { id: submissionId },
          include: { scores: true, comments: true, gradeReturns: true, versions: true },
        });
        const held = (place: string) => outcomes.filter((o) => o.accepted && o.place === place);
        // Each accepted write of a place was made on a later revision than the one before, so the
        // greatest is the last one, and it is what stands there.
        const last = (place: string) =>
          held(place).reduce<Outcome | undefined>(
            (a, b) => (a && a.seen > b.seen ? a : b),
            undefined,
          );
        for (const { id } of rubric) {
          const seen = held(id).map((o) => o.seen);
          expect(new Set(seen).size).toBe(seen.length);
          const score = now.scores.find(({ criterionId }) => criterionId === id);
          expect(score?.levelId ?? null).toBe(last(id)?.value ?? null);
        }
        expect(now.remark).toBe(last('remark')?.value ?? '');
        expect(now.text).toBe(last('text')?.value ?? 'I changed the colour.');
        expect(now.gradeReturns).toHaveLength(held('return').length);
        const comments = outcomes.filter((o) => o.accepted && o.place.startsWith('comment'));
        expect(now.comments.map(({ text }) => text).sort()).toEqual(
          comments.map(({ value }) => value).sort(),
        );
        expect(now.versions).toHaveLength(now.attempt);
        conflicts += outcomes.filter((o) => !o.accepted).length;
        accepted += outcomes.filter((o) => o.accepted).length;
        // Of two grades made on one look, one at most was taken; the other was told.
        const marks = outcomes.filter(
          (o) =>
            o.accepted &&
            (rubric.some(({ id }) => id === o.place) ||
              o.place === 'remark' ||
              o.place === 'return'),
        );
        expect(new Set(marks.map((o) => o.seen)).size).toBe(marks.length);
      },
    ),
    { numRuns: RUNS },
  );
  console.log(`${RUNS} interleavings: ${accepted} writes accepted, ${conflicts} conflicts told`);
  // The interleavings are worth their name only where writes did meet.
  expect(conflicts).toBeGreaterThan(RUNS / 4);
}, 300_000);

/** A refusal must be the sentence that a person is shown, with the status of a conflict. */
async function settle(work: Promise<string>, place: string, seen: number): Promise<Outcome> {
  try {
    return { place, seen, accepted: true, value: await work };
  } catch (error) {
    if (!(error instanceof UserError) || error.status !== 409) throw error;
    expect(error.message).not.toBe('');
    return { place, seen, accepted: false, value: '' };
  }
}
