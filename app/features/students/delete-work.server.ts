import type { Prisma } from '#prisma/generated/client.ts';

/**
 * Deletes all that a student made in one class, within the caller's transaction: pictures and how they came
 * about, lessons, submissions with their grades, reviews of others. The account and its place in the class stay.
 * The files are removed afterwards, see `removeUnusedFiles`.
 */
export async function deleteWork(
  transaction: Prisma.TransactionClient,
  { userId, classId }: { userId: string; classId: string },
): Promise<void> {
  const mine = { userId, classId };
  const inClass = { userId, assignment: { classId } };
  await transaction.generation.deleteMany({ where: mine });
  await transaction.grid.deleteMany({ where: mine });
  await transaction.batch.deleteMany({ where: mine });
  await transaction.pictureTable.deleteMany({ where: mine });
  await transaction.render.deleteMany({ where: mine });
  await transaction.concept.deleteMany({ where: mine });
  await transaction.portfolio.deleteMany({ where: mine });
  await transaction.collection.deleteMany({ where: { ownerId: userId, classId } });
  await transaction.webhook.deleteMany({ where: mine });
  await transaction.apiToken.deleteMany({ where: mine });
  await transaction.pictureHeatmaps.deleteMany({
    where: { askedById: userId, picture: { generation: { classId } } },
  });
  await transaction.lessonProgress.deleteMany({ where: mine });
  await transaction.flag.deleteMany({ where: { userId, picture: { generation: { classId } } } });
  await transaction.portfolio.deleteMany({ where: mine });
  await transaction.collection.deleteMany({ where: { ownerId: userId, classId } });
  await transaction.reaction.deleteMany({
    where: { userId, picture: { generation: { classId } } },
  });
  await transaction.pictureComment.deleteMany({
    where: { userId, picture: { generation: { classId } } },
  });
  await transaction.judgement.deleteMany({ where: { userId, exercise: { classId } } });
  await transaction.submission.deleteMany({ where: inClass });
  await transaction.extension.deleteMany({ where: inClass });
  await transaction.groupMember.deleteMany({ where: { userId, group: { classId } } });
  await transaction.peerReview.deleteMany({
    where: { reviewerId: userId, submission: { assignment: { classId } } },
  });
}
