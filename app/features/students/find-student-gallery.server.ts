import { db } from '#app/platform/db.server.ts';
import { keptBy } from './student-access.server.ts';
import type { Keeper } from './student-access.server.ts';

/**
 * What a student put together, said about classmates' pictures, judged and taught the model, as an export holds it.
 * A classmate's picture is named by its id alone; what was not handed in, or was taken away, is not in it.
 */
export async function findStudentGallery({
  keeper,
  studentId,
}: {
  keeper: Keeper;
  studentId: string;
}) {
  const inClasses = { class: keptBy(keeper) };
  const className = { class: { select: { name: true } } };
  const onPicture = { picture: { generation: inClasses } };
  const [collections, portfolios, comments, reactions, judgements, concepts] = await Promise.all([
    db.collection.findMany({
      where: { ownerId: studentId, ...inClasses },
      orderBy: { createdAt: 'asc' },
      select: {
        name: true,
        shelf: true,
        createdAt: true,
        ...className,
        pictures: { orderBy: { addedAt: 'asc' }, select: { pictureId: true, addedAt: true } },
      },
    }),
    db.portfolio.findMany({
      where: { userId: studentId, handedInAt: { not: null }, ...inClasses },
      orderBy: { handedInAt: 'asc' },
      select: {
        handedIn: true,
        handedInAt: true,
        ...className,
      },
    }),
    db.pictureComment.findMany({
      where: { userId: studentId, removedAt: null, ...onPicture },
      orderBy: { createdAt: 'asc' },
      select: { pictureId: true, text: true, createdAt: true },
    }),
    db.reaction.findMany({
      where: { userId: studentId, ...onPicture },
      orderBy: { createdAt: 'asc' },
      select: { pictureId: true, kind: true, createdAt: true },
    }),
    db.judgement.findMany({
      where: { userId: studentId, verdict: { not: null }, exercise: inClasses },
      orderBy: { judgedAt: 'asc' },
      select: {
        leftId: true,
        rightId: true,
        verdict: true,
        reason: true,
        judgedAt: true,
        exercise: { select: { question: true } },
      },
    }),
    db.concept.findMany({
      where: { userId: studentId, ...inClasses },
      orderBy: { createdAt: 'asc' },
      select: {
        kind: true,
        name: true,
        startWord: true,
        state: true,
        createdAt: true,
        ...className,
      },
    }),
  ]);
  return { collections, portfolios, comments, reactions, judgements, concepts };
}
