import { db } from '#app/platform/db.server.ts';
import type { Pictures } from './fill-pictures.ts';
import type { Room } from './room.ts';

interface Options extends Room {
  pictures: Pictures;
}

/** What a class does with its pictures: blind pairs, a portfolio, the gallery's ladder, the wall, its rules. */
export async function fillClassLife({ classId, ids, secrets, pictures }: Options) {
  const judgement = (userId: string, over: object) => ({
    userId,
    position: 0,
    leftId: pictures.approved.pictureId,
    rightId: pictures.live.pictureId,
    ...over,
  });
  const exercise = await db.exercise.create({
    data: {
      classId,
      teacherId: ids.teacher,
      question: secrets.text('question of blind pairs', 'maker', 'classmate', 'teacher'),
      asksWhy: true,
      pictures: {
        create: [pictures.approved, pictures.live, pictures.leavers].map(({ pictureId }) => ({
          pictureId,
        })),
      },
      judgements: {
        create: [
          judgement(ids.classmate, {}),
          judgement(ids.maker, {
            verdict: 'left',
            judgedAt: new Date(),
            reason: secrets.text('reason of a judgement', 'maker', 'teacher'),
          }),
        ],
      },
    },
    include: { judgements: true },
  });
  const portfolio = await db.portfolio.create({
    data: {
      classId,
      userId: ids.maker,
      introduction: secrets.text('a portfolio that is being written', 'maker'),
      handedIn: {
        title: secrets.text('portfolio as it was handed in', 'maker', 'teacher'),
        introduction: '',
        items: [],
      },
      handedInAt: new Date(),
      pictures: {
        create: {
          pictureId: pictures.approved.pictureId,
          position: 0,
          caption: secrets.text('caption of a portfolio', 'maker'),
        },
      },
    },
  });
  const emptyPortfolio = await db.portfolio.create({
    data: {
      classId,
      userId: ids.classmate,
      title: secrets.text('a portfolio that was not handed in', 'classmate'),
    },
  });
  const request = await db.galleryRequest.create({
    data: {
      generationId: pictures.approved.generationId,
      shelf: 'school',
      askedById: ids.maker,
    },
  });
  await db.galleryRequest.create({
    data: {
      generationId: pictures.live.generationId,
      shelf: 'school',
      askedById: ids.maker,
      decidedById: ids.teacher,
      decidedAt: new Date(),
      isApproved: false,
      reason: secrets.text('reason of a refusal', 'maker', 'teacher'),
    },
  });
  await db.classRules.create({
    data: {
      classId,
      allowedWords: [secrets.text('a word that passes', 'teacher')],
      commentsOn: true,
    },
  });
  await db.classWall.create({ data: { classId, spotlightId: pictures.approved.pictureId } });
  const openPair = exercise.judgements.find(({ userId }) => userId === ids.classmate)!;
  return {
    exerciseId: exercise.id,
    openPairId: openPair.id,
    portfolios: { handedIn: portfolio.id, kept: emptyPortfolio.id },
    requestId: request.id,
    ...(await fillShared({ classId, ids, secrets, pictures })),
  };
}

/** Collections, one that its owner keeps and one that hangs; comments, of which one is reported; a kind word. */
async function fillShared({ classId, ids, secrets, pictures }: Options) {
  const { pictureId } = pictures.approved;
  const collect = (name: string, over: object) =>
    db.collection.create({
      data: { classId, ownerId: ids.classmate, name, pictures: { create: { pictureId } }, ...over },
    });
  const kept = await collect(secrets.text('name of a kept collection', 'classmate', 'teacher'), {
    askedShelf: 'class',
  });
  const hung = await collect(
    secrets.text('name of a hung collection', 'maker', 'classmate', 'teacher'),
    { shelf: 'class' },
  );
  const write = (text: string, over: object = {}) =>
    db.pictureComment.create({ data: { pictureId, userId: ids.classmate, text, ...over } });
  const shown = await write(secrets.text('a comment', 'maker', 'classmate', 'teacher'));
  const reported = await write(secrets.text('a reported comment', 'teacher'), {
    reportedAt: new Date(),
  });
  await write(secrets.text('a removed comment'), {
    removedAt: new Date(),
    removedById: ids.teacher,
  });
  await db.reaction.create({ data: { pictureId, userId: ids.classmate, kind: 'smile' } });
  return {
    collections: { kept: kept.id, hung: hung.id },
    comments: { shown: shown.id, reported: reported.id },
  };
}
