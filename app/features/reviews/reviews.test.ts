import '#tests/database/own-database.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { findOwnAssignment } from '#app/features/assignments/find-own-assignment.server.ts';
import { takeBack } from '#app/features/assignments/take-back.server.ts';
import { saveRubric } from '#app/features/rubrics/save-rubric.server.ts';
import { db } from '#app/platform/db.server.ts';
import { createAssignmentWithRubric, turnInWork } from '#tests/fixtures/assignment.ts';
import { createClassroom, createUser } from '#tests/fixtures/classroom.ts';
import { commentOnSubmission, removeComment } from './comment-on-submission.server.ts';
import { dealPeerReviews } from './deal-peer-reviews.server.ts';
import { exportGradebook } from './export-gradebook.server.ts';
import { findGradebook } from './find-gradebook.server.ts';
import { findPeerWork } from './find-peer-work.server.ts';
import { findReview } from './find-review.server.ts';
import { listReviewQueue } from './list-review-queue.server.ts';
import { returnAll } from './return-all.server.ts';
import { returnSubmission } from './return-submission.server.ts';
import { submitPeerReview } from './submit-peer-review.server.ts';
import { writeScore } from './write-score.server.ts';

let room: Awaited<ReturnType<typeof createClassroom>>;
let mine: { teacherId: string; classId: string };
let task: Awaited<ReturnType<typeof createAssignmentWithRubric>>;
let submissionId: string;
let pictureId: string;

beforeEach(async () => {
  room = await createClassroom();
  mine = { teacherId: room.teacher.id, classId: room.school.id };
  task = await createAssignmentWithRubric(mine);
  const made = await turnInWork({ ...work(), userId: room.student.id });
  submissionId = made.submission.id;
  pictureId = made.pictureId;
});

const work = () => ({ classId: mine.classId, assignmentId: task.assignmentId });
const read = (id = submissionId) => findReview({ ...mine, submissionId: id });

async function mark(criterion: number, points: number, id = submissionId) {
  const { revision } = await read(id);
  const { id: criterionId, levels } = task.rubric[criterion]!;
  await writeScore({
    grading: { ...mine, submissionId: id, revision },
    form: { intent: 'level', revision, criterionId, levelId: levels[points]!.id },
  });
}

async function giveBack(id = submissionId) {
  const { revision } = await read(id);
  await returnSubmission({ ...mine, submissionId: id, revision });
}

const told = async () =>
  (await findOwnAssignment({ userId: room.student.id, assignmentId: task.assignmentId })).grade;

describe('a grade', () => {
  it('is the student’s once it is returned, and what is drafted after it is not', async () => {
    await mark(0, 2);
    await mark(1, 1);
    expect(await told()).toBeNull();
    await giveBack();
    expect(await told()).toMatchObject({ points: 3, outOf: 4 });
    await mark(1, 2);
    expect((await told())!.points).toBe(3);
    const { entries } = await listReviewQueue({ ...mine, assignmentId: task.assignmentId });
    const entry = entries.find(({ student }) => student.id === room.student.id);
    expect(entry).toMatchObject({ state: 'returned', points: 4, returnedPoints: 3 });
  });

  it('follows an edit of the rubric in the draft; what was told stays until it is told again', async () => {
    await mark(0, 2);
    await mark(1, 1);
    await giveBack();
    const { revision } = await db.assignment.findUniqueOrThrow({
      where: { id: task.assignmentId },
    });
    const criteria = task.rubric.map(({ id, name, levels }) => ({
      id,
      name,
      description: '',
      levels: levels.map((level) => ({ ...level, points: level.points * 10 })),
    }));
    const save = () =>
      saveRubric({ ...mine, assignmentId: task.assignmentId, form: { revision, criteria } });
    await save();
    await expect(save()).rejects.toMatchObject({ status: 409 });
    expect((await told())!.points).toBe(3);
    expect(await returnAll({ ...mine, assignmentId: task.assignmentId })).toEqual({
      returned: 1,
      ungraded: 0,
    });
    expect(await told()).toMatchObject({ points: 30, outOf: 40 });
    expect(await db.gradeReturn.count({ where: { submissionId } })).toBe(2);
  });

  it('stays with its work when a criterion or level goes, and asks for what is open', async () => {
    await mark(0, 2);
    await mark(1, 1);
    const [colour, reason] = task.rubric;
    const { revision } = await db.assignment.findUniqueOrThrow({
      where: { id: task.assignmentId },
    });
    const kept = { id: reason!.id, name: 'Reason', description: '' };
    const form = {
      revision,
      criteria: [{ ...kept, levels: reason!.levels.filter(({ points }) => points !== 1) }],
    };
    await saveRubric({ ...mine, assignmentId: task.assignmentId, form });
    const { scores } = await read();
    expect(scores).toMatchObject([{ criterionId: reason!.id, levelId: null }]);
    const foreign = { ...form, revision: revision + 1, criteria: [{ ...form.criteria[0]! }] };
    foreign.criteria[0]!.id = colour!.id;
    const save = saveRubric({ ...mine, assignmentId: task.assignmentId, form: foreign });
    await expect(save).rejects.toMatchObject({ status: 404 });
  });

  it('is written by the class’s teachers alone', async () => {
    const other = await createClassroom();
    const { revision } = await read();
    const { id: criterionId, levels } = task.rubric[0]!;
    for (const teacherId of [other.teacher.id, room.student.id, room.classmate.id]) {
      const grading = { teacherId, classId: mine.classId, submissionId, revision };
      const form = { intent: 'level' as const, revision, criterionId, levelId: levels[1]!.id };
      await expect(writeScore({ grading, form })).rejects.toMatchObject({ status: 404 });
      await expect(returnSubmission(grading)).rejects.toMatchObject({ status: 404 });
      await expect(findReview({ ...grading })).rejects.toMatchObject({ status: 404 });
    }
    const elsewhere = await createAssignmentWithRubric({
      teacherId: other.teacher.id,
      classId: other.school.id,
    });
    const foreign = elsewhere.rubric[0]!;
    const form = { intent: 'level' as const, revision, criterionId: foreign.id, levelId: null };
    const write = writeScore({ grading: { ...mine, submissionId, revision }, form });
    await expect(write).rejects.toMatchObject({ status: 404 });
  });

  it('is refused where somebody graded since, or the student took the work back', async () => {
    const { revision } = await read();
    await mark(0, 2);
    const { id: criterionId, levels } = task.rubric[0]!;
    const grading = { ...mine, submissionId, revision };
    const form = { intent: 'level' as const, revision, criterionId, levelId: levels[0]!.id };
    await expect(writeScore({ grading, form })).rejects.toMatchObject({ name: 'ConflictError' });
    expect((await read()).scores[0]!.levelId).toBe(levels[2]!.id);
    const { assignmentId } = task;
    await takeBack({ userId: room.student.id, assignmentId, from: 'turnedIn' });
    await expect(giveBack()).rejects.toThrow('taken this back');
    await expect(mark(0, 1)).rejects.toThrow('taken this back');
  });
});

describe('a comment', () => {
  it('points at a place or at words, is published by returning, and goes by its author alone', async () => {
    const region = { x: 0.1, y: 0.2, width: 0.3, height: 0.4 };
    const comment = (form: object) =>
      commentOnSubmission({
        ...mine,
        submissionId,
        form: { intent: 'comment', text: 'Look here', ...form },
      });
    await comment({ pictureId, region });
    await comment({ pictureId, quoteStart: 2, quoteEnd: 5 });
    await expect(comment({ pictureId, quoteStart: 2, quoteEnd: 500 })).rejects.toMatchObject({
      field: 'text',
    });
    const other = await createClassroom();
    const foreign = await turnInWork({
      userId: room.classmate.id,
      ...work(),
    });
    await expect(comment({ pictureId: foreign.pictureId })).rejects.toMatchObject({ status: 404 });
    expect(await told()).toBeNull();
    await giveBack();
    expect((await told())!.comments).toMatchObject([
      { region, quote: null },
      { region: null, quote: { start: 2, end: 5 } },
    ]);
    const { comments } = await read();
    const remove = (teacherId: string) =>
      removeComment({
        ...mine,
        teacherId,
        submissionId,
        form: { intent: 'remove-comment', commentId: comments[0]!.id },
      });
    await expect(remove(other.teacher.id)).rejects.toMatchObject({ status: 404 });
    await remove(room.teacher.id);
    expect((await read()).comments).toHaveLength(1);
  });
});

describe('the gradebook', () => {
  it('has what was returned, and nothing that a spreadsheet would run', async () => {
    await db.user.update({
      where: { id: room.student.id },
      data: { displayName: '=HYPERLINK("x")' },
    });
    await mark(0, 2);
    await mark(1, 2);
    expect((await findGradebook(mine)).rows[0]!.cells[0]).toMatchObject({ points: null, draft: 4 });
    await giveBack();
    const csv = await exportGradebook(mine);
    expect(csv).toContain(`"'=HYPERLINK(""x"")",`);
    expect(csv).toMatch(/"One change: points of 4","One change: state","One change: late"\r\n/);
    expect(csv).toContain(',4,"Returned",""\r\n');
    const other = await createClassroom();
    expect((await findGradebook({ ...mine, teacherId: other.teacher.id })).rows).toEqual([]);
  });
});

describe('peer review', () => {
  it('deals each work as often as each student reviews, the example first, and names nobody', async () => {
    const { assignmentId, rubric } = task;
    await db.assignment.update({ where: { id: assignmentId }, data: { peerCount: 2 } });
    const deal = () => dealPeerReviews({ ...mine, assignmentId });
    await expect(deal()).rejects.toMatchObject({ status: 409 });
    const more = await Promise.all(Array.from({ length: 4 }, () => createUser('student')));
    await db.membership.createMany({
      data: more.map(({ id }) => ({ classId: mine.classId, userId: id, role: 'student' as const })),
    });
    for (const { id } of more) await turnInWork({ userId: id, ...work() });
    const { revision } = await read();
    const grading = { ...mine, submissionId, revision };
    await writeScore({ grading, form: { intent: 'example', revision, isExample: 'yes' } });
    await mark(0, 2);
    await deal();
    await expect(deal()).rejects.toThrow('dealt already');
    const dealt = await db.peerReview.findMany({ include: { submission: true } });
    expect(dealt.every(({ reviewerId, submission }) => reviewerId !== submission.userId)).toBe(
      true,
    );
    const peers = dealt.filter(({ isExample }) => !isExample);
    for (const { id } of more) {
      expect(peers.filter(({ reviewerId }) => reviewerId === id)).toHaveLength(2);
      expect(
        peers.filter(({ submission }) => submission.userId === id).length,
      ).toBeGreaterThanOrEqual(2);
    }
    const userId = more[0]!.id;
    const first = await findPeerWork({ userId, assignmentId });
    expect(first.next!.isExample).toBe(true);
    expect(JSON.stringify(first)).not.toContain(room.student.displayName);
    const levels = Object.fromEntries(rubric.map((each) => [each.id, each.levels[1]!.id]));
    const submit = (form: { reviewId: string; comment?: string; levels?: typeof levels }) =>
      submitPeerReview({
        userId,
        assignmentId,
        form: { comment: 'The reason is clear.', levels, ...form },
      });
    const later = dealt.find((each) => each.reviewerId === userId && !each.isExample)!.id;
    await expect(submit({ reviewId: later })).rejects.toThrow('examples first');
    const reviewId = first.next!.id;
    await expect(submit({ reviewId, levels: {} })).rejects.toMatchObject({ field: 'levels' });
    const rude = submit({ reviewId, comment: 'This is shit, do it over.' });
    await expect(rude).rejects.toMatchObject({ field: 'comment' });
    await submit({ reviewId });
    await expect(submit({ reviewId })).rejects.toThrow('already');
    const second = await findPeerWork({ userId, assignmentId });
    expect(second).toMatchObject({ done: 1, total: 3, next: { isExample: false } });
    expect(second.examples[0]!.teachers[0]!.levelId).toBe(rubric[0]!.levels[2]!.id);
    const foreign = findPeerWork({ userId: room.classmate.id, assignmentId });
    await expect(foreign).rejects.toMatchObject({ status: 404 });
  });
});
