import '#tests/database/own-database.ts';
import { expect, it } from 'vitest';
import { findGallery } from '#app/features/galleries/find-gallery.server.ts';
import { findPicture } from '#app/features/pictures/find-picture.server.ts';
import { db } from '#app/platform/db.server.ts';
import { createAssignmentWithRubric, turnInWork } from '#tests/fixtures/assignment.ts';
import { createClassroom, createUser } from '#tests/fixtures/classroom.ts';
import { dealPeerReviews } from './deal-peer-reviews.server.ts';

async function open(peerCount: number) {
  const { school, teacher } = await createClassroom();
  const mine = { teacherId: teacher.id, classId: school.id };
  const { assignmentId } = await createAssignmentWithRubric(mine, { peerCount });
  const students = await Promise.all(Array.from({ length: 5 }, () => createUser('student')));
  await db.membership.createMany({
    data: students.map(({ id }) => ({ classId: school.id, userId: id, role: 'student' as const })),
  });
  const turnIn = (userId: string, text?: string) =>
    turnInWork({ userId, classId: school.id, assignmentId, ...(text && { text }) });
  return { mine, assignmentId, students, turnIn };
}

it('deals work that comes after the others were dealt, once', async () => {
  const { mine, assignmentId, students, turnIn } = await open(2);
  const [late, later, ...early] = students;
  for (const { id } of early) await turnIn(id);
  await dealPeerReviews({ ...mine, assignmentId });
  await Promise.all([turnIn(late!.id), turnIn(later!.id)]);
  for (const { id } of [late!, later!]) {
    const given = await db.peerReview.findMany({
      where: { reviewerId: id },
      include: { submission: true },
    });
    expect(given.length).toBeGreaterThanOrEqual(2);
    expect(given.every(({ submission }) => submission.userId !== id)).toBe(true);
    const got = await db.peerReview.count({ where: { submission: { userId: id } } });
    expect(got).toBeGreaterThanOrEqual(2);
  }
});

it('keeps the maker’s name from a reviewer, on the picture’s page and in the gallery', async () => {
  const { mine, assignmentId, students, turnIn } = await open(1);
  const pictures = new Map<string, string>();
  for (const { id } of students) pictures.set(id, (await turnIn(id)).pictureId);
  await dealPeerReviews({ ...mine, assignmentId });
  const [reviewer, ...others] = students;
  const review = await db.peerReview.findFirstOrThrow({
    where: { reviewerId: reviewer!.id },
    include: { submission: true },
  });
  // Whoever reviews the reviewer must not find that work either, and the circle is dealt by chance.
  const readers = await db.peerReview.findMany({
    where: { submission: { userId: reviewer!.id } },
  });
  const bystander = others.find(({ id }) => !readers.some(({ reviewerId }) => reviewerId === id));
  const pictureId = pictures.get(review.submission.userId)!;
  const page = await findPicture({ viewerId: reviewer!.id, pictureId });
  expect(page).toMatchObject({ isShown: true, madeBy: null });
  const seen = async (viewerId: string) => {
    const { pictures } = await findGallery({ viewerId, shelf: 'class', classId: mine.classId });
    return pictures.map(({ id }) => id);
  };
  expect(await seen(reviewer!.id)).not.toContain(pictureId);
  expect(await seen(bystander!.id)).toContain(pictures.get(reviewer!.id));
});

it('holds what is written to the words of the class', async () => {
  const { students, turnIn } = await open(0);
  const rude = turnIn(students[0]!.id, 'This is shit work, all of it.');
  await expect(rude).rejects.toMatchObject({ field: 'text' });
});
