import { choosePair } from '#app/features/comparisons/ranking/choose-pair.ts';
import { db } from '#app/platform/db.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { givenTo, SHOWN } from './exercise-access.server.ts';

export type DealtPage = NonNullable<Awaited<ReturnType<typeof dealPair>>>;

const SIDE = {
  select: { id: true, alt: true, widthPx: true, heightPx: true },
} satisfies Prisma.PictureDefaultArgs;

/**
 * The pair that lies in front of a student: the one that was dealt before and is still open, or a new one of
 * the pictures that were dealt least, none of the student's own among them. `pair` is null where they have had
 * all, or where the judging is over. Null where the exercise is not for this student. The pair carries no
 * names and no prompts.
 */
export async function dealPair(options: { userId: string; exerciseId: string }) {
  const { userId, exerciseId } = options;
  return db.$transaction(async (transaction) => {
    // Pairs are dealt one after another, so that each sees what was dealt before.
    await transaction.$queryRaw`SELECT id FROM "Exercise" WHERE id = ${exerciseId} FOR UPDATE`;
    const exercise = await transaction.exercise.findFirst({
      where: { id: exerciseId, ...givenTo(userId) },
      include: {
        judgements: {
          select: { id: true, userId: true, leftId: true, rightId: true, verdict: true },
        },
        pictures: {
          where: { picture: SHOWN },
          select: {
            pictureId: true,
            picture: { select: { generation: { select: { userId: true } } } },
          },
        },
      },
    });
    if (!exercise) return null;
    const { id, question, pairs, asksWhy, closedAt, judgements, pictures } = exercise;
    const itemIds = pictures
      .filter(({ picture }) => picture.generation.userId !== userId)
      .map(({ pictureId }) => pictureId);
    const isStale = ({ leftId, rightId, verdict }: (typeof judgements)[number]) =>
      verdict === null && !(itemIds.includes(leftId) && itemIds.includes(rightId));
    const own = judgements.filter((each) => each.userId === userId && !isStale(each));
    const done = own.filter(({ verdict }) => verdict !== null).length;
    const page = { id, question, pairs, asksWhy, done, isClosed: closedAt !== null };
    if (closedAt) return { ...page, pair: null };
    const open = own.find(({ verdict }) => verdict === null);
    // What was hidden since it was dealt is taken back.
    await transaction.judgement.deleteMany({
      where: { exerciseId, userId, verdict: null, ...(open && { id: { not: open.id } }) },
    });
    const chosen =
      open || done >= pairs
        ? null
        : choosePair({ itemIds, dealt: judgements, own, draw: Math.random });
    if (chosen)
      await transaction.judgement.create({
        data: { exerciseId, userId, position: done, ...chosen },
      });
    const pair = await transaction.judgement.findFirst({
      where: { exerciseId, userId, verdict: null },
      select: { id: true, left: SIDE, right: SIDE },
    });
    return { ...page, pair };
  });
}
