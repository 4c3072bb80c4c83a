import '#tests/database/own-database.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { findPictureFile } from '#app/features/pictures/find-picture-file.server.ts';
import { findPicture } from '#app/features/pictures/find-picture.server.ts';
import { flagPicture } from '#app/features/moderation/flag-picture.server.ts';
import { db } from '#app/platform/db.server.ts';
import { createClassroom, createGeneration, createUser } from '#tests/fixtures/classroom.ts';
import { askForShelf } from './ask-for-shelf.server.ts';
import { decideRequest } from './decide-request.server.ts';
import { findGallery } from './find-gallery.server.ts';
import type { Shelf } from './gallery-filter.ts';
import { listRequests } from './list-requests.server.ts';
import { takeDown } from './take-down.server.ts';

let room: Awaited<ReturnType<typeof createClassroom>>;
let other: Awaited<ReturnType<typeof createClassroom>>;
let pictureId: string;

beforeEach(async () => {
  room = await createClassroom();
  other = await createClassroom();
  const made = await createGeneration({
    classId: room.school.id,
    userId: room.student.id,
    shelf: 'own',
    picture: { state: 'approved' },
  });
  pictureId = made.pictures[0]!.id;
});

const ask = (userId = room.student.id) => askForShelf({ userId, pictureId });

async function answer(intent: 'approve' | 'refuse', teacherId = room.teacher.id, reason = '') {
  const [request] = await listRequests({ teacherId: room.teacher.id, classId: room.school.id });
  const form = { requestId: request?.id ?? '', intent, reason };
  await decideRequest({ teacherId, classId: room.school.id, form });
}

/** Who finds the picture's bytes, and who finds it in a gallery. */
async function seenBy() {
  const people = {
    maker: room.student,
    classmate: room.classmate,
    teacher: room.teacher,
    leaver: room.leaver,
    elsewhere: other.student,
    otherTeacher: other.teacher,
  };
  const seen: Record<string, string> = {};
  for (const [name, { id: viewerId }] of Object.entries(people)) {
    const bytes = (await findPictureFile({ viewerId, pictureId, size: 'thumbnail' })) !== null;
    const shelves: Shelf[] = [];
    for (const shelf of ['class', 'school'] as const) {
      const { pictures } = await findGallery({ viewerId, shelf, classId: room.school.id });
      if (pictures.some(({ id }) => id === pictureId)) shelves.push(shelf);
    }
    seen[name] = [bytes ? 'bytes' : '-', ...shelves].join(' ');
  }
  return seen;
}

const hidden = { maker: 'bytes', classmate: '-', teacher: 'bytes', leaver: '-', elsewhere: '-' };

describe('the ladder', () => {
  it('goes up with a yes each, and down at once', async () => {
    const own = { ...hidden, otherTeacher: '-' };
    const inClass = {
      ...own,
      maker: 'bytes class',
      classmate: 'bytes class',
      teacher: 'bytes class',
    };
    expect(await seenBy()).toEqual(own);
    await ask();
    expect(await seenBy()).toEqual(own);
    await answer('approve');
    expect(await seenBy()).toEqual(inClass);
    await ask();
    expect(await seenBy()).toEqual(inClass);
    await answer('approve');
    const everywhere = 'bytes class school';
    expect(await seenBy()).toEqual({
      maker: everywhere,
      classmate: everywhere,
      teacher: everywhere,
      leaver: '-',
      elsewhere: 'bytes school',
      otherTeacher: 'bytes school',
    });
    await takeDown({ userId: room.student.id, pictureId });
    expect(await seenBy()).toEqual(own);
  });

  it('tells the maker of a no, with its reason, and lets them ask again', async () => {
    await ask();
    await answer('refuse', room.teacher.id, 'Try it with a title.');
    const page = await findPicture({ viewerId: room.student.id, pictureId });
    expect(page?.hanging).toMatchObject({
      shelf: 'own',
      answer: 'Try it with a title.',
      canAsk: true,
    });
    await ask();
    expect(
      await listRequests({ teacherId: room.teacher.id, classId: room.school.id }),
    ).toHaveLength(1);
  });

  it('asks once, however often the button is pressed', async () => {
    await Promise.allSettled([ask(), ask(), ask()]);
    await ask();
    expect(
      await db.galleryRequest.count({ where: { generation: { classId: room.school.id } } }),
    ).toBe(1);
  });

  it('needs another teacher for the school where there is one', async () => {
    const second = await createUser('teacher');
    await db.membership.create({
      data: { classId: room.school.id, userId: second.id, role: 'teacher' },
    });
    await ask();
    await answer('approve');
    await ask();
    await expect(answer('approve')).rejects.toMatchObject({ status: 409 });
    await answer('approve', second.id);
    const { pictures } = await findGallery({
      viewerId: other.student.id,
      shelf: 'school',
      classId: null,
    });
    expect(pictures.filter(({ id }) => id === pictureId)).toMatchObject([{ madeBy: null }]);
  });

  it('is nobody else’s to climb, to judge or to clear', async () => {
    for (const { id } of [room.classmate, other.teacher, room.leaver]) {
      await expect(ask(id)).rejects.toMatchObject({ status: 404 });
      await expect(takeDown({ userId: id, pictureId })).rejects.toMatchObject({ status: 404 });
    }
    await ask();
    for (const { id } of [other.teacher, room.student])
      await expect(answer('approve', id)).rejects.toMatchObject({ status: 404 });
  });

  it('leaves a picture that is flagged off the wall until a teacher has looked', async () => {
    await ask();
    await answer('approve');
    await flagPicture({ user: room.classmate, pictureId, reason: '' });
    expect((await seenBy()).classmate).toBe('-');
  });
});
