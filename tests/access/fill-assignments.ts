import { db } from '#app/platform/db.server.ts';
import type { Pictures } from './fill-pictures.ts';
import type { Room } from './room.ts';

interface Options extends Room {
  groupId: string;
  pictures: Pictures;
}

const DAY_MS = 24 * 3600 * 1000;

/**
 * Assignments before and after their release, one of a group, one with peer reviews; work of the maker that is
 * turned in and half graded, and work that was returned.
 */
export async function fillAssignments({ classId, ids, secrets, groupId, pictures }: Options) {
  const assign = (name: string, seenBy: ('maker' | 'classmate')[], over: object = {}) =>
    db.assignment.create({
      data: {
        classId,
        title: secrets.text(`title of ${name}`, ...seenBy, 'teacher'),
        instructions: secrets.text(`instructions of ${name}`, ...seenBy, 'teacher'),
        opensAt: new Date(Date.now() - DAY_MS),
        criteria: {
          create: {
            position: 0,
            name: secrets.text(`criterion of ${name}`, ...seenBy, 'teacher'),
            levels: {
              create: [
                { position: 0, name: 'no', points: 0 },
                { position: 1, name: 'yes', points: 1 },
              ],
            },
          },
        },
        ...over,
      },
      include: { criteria: { include: { levels: true } } },
    });
  const open = await assign('the open assignment', ['maker', 'classmate']);
  const kept = await assign('the kept assignment', [], { opensAt: null });
  const grouped = await assign('the assignment of a group', ['maker'], { groupId });
  const peers = await assign('the assignment with peers', ['maker', 'classmate'], {
    peerCount: 1,
    peersDealtAt: new Date(),
  });
  const work = await db.submission.create({
    data: {
      assignmentId: open.id,
      userId: ids.maker,
      state: 'turnedIn',
      attempt: 1,
      text: secrets.text('work', 'maker', 'teacher'),
      remark: secrets.text('remark that is not returned', 'teacher'),
      turnedInAt: new Date(),
      pictures: { create: { pictureId: pictures.approved.pictureId, position: 0 } },
      versions: {
        create: {
          attempt: 1,
          assignmentVersion: 1,
          text: secrets.text('work as it was turned in', 'maker', 'teacher'),
          pictureIds: [pictures.approved.pictureId],
          isLate: false,
          turnedInAt: new Date(),
        },
      },
      scores: {
        create: {
          criterionId: open.criteria[0]!.id,
          levelId: open.criteria[0]!.levels[0]!.id,
          remark: secrets.text('remark on a criterion', 'teacher'),
          graderId: ids.teacher,
        },
      },
      comments: {
        create: {
          authorId: ids.teacher,
          text: secrets.text('comment that is not published', 'teacher'),
        },
      },
    },
    include: { comments: true },
  });
  const version = (text: string) => ({
    create: {
      attempt: 1,
      assignmentVersion: 1,
      text,
      pictureIds: [],
      isLate: false,
      turnedInAt: new Date(),
    },
  });
  const returned = await db.submission.create({
    data: {
      assignmentId: grouped.id,
      userId: ids.maker,
      state: 'returned',
      attempt: 1,
      versions: version(secrets.text('returned work', 'maker', 'teacher')),
      gradeReturns: {
        create: {
          attempt: 1,
          points: 1,
          outOf: 1,
          scores: [],
          remark: secrets.text('remark of a returned grade', 'maker', 'teacher'),
          teacherId: ids.teacher,
        },
      },
    },
  });
  const turnedIn = { assignmentId: peers.id, state: 'turnedIn', attempt: 1 } as const;
  const peerWork = await db.submission.create({
    data: {
      ...turnedIn,
      userId: ids.maker,
      versions: version(secrets.text('work for a peer', 'maker', 'classmate', 'teacher')),
      peerReviews: { create: { reviewerId: ids.classmate, position: 0 } },
    },
    include: { peerReviews: true },
  });
  await db.submission.create({
    data: {
      ...turnedIn,
      userId: ids.classmate,
      versions: version(secrets.text('work of the reviewer', 'classmate', 'teacher')),
    },
  });
  const saved = await db.savedComment.create({
    data: { teacherId: ids.teacher, text: secrets.text('saved comment', 'teacher') },
  });
  return {
    assignments: { open: open.id, kept: kept.id, grouped: grouped.id, peers: peers.id },
    criterionId: open.criteria[0]!.id,
    levelId: open.criteria[0]!.levels[1]!.id,
    peerCriterionId: peers.criteria[0]!.id,
    peerLevelId: peers.criteria[0]!.levels[1]!.id,
    submissions: { turnedIn: work.id, returned: returned.id, peers: peerWork.id },
    commentId: work.comments[0]!.id,
    reviewId: peerWork.peerReviews[0]!.id,
    savedCommentId: saved.id,
  };
}
