import '#tests/database/own-database.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { claimGeneration } from '#app/features/generations/claim-generation.server.ts';
import { decideVerdict } from '#app/features/moderation/decide-verdict.server.ts';
import { flagPicture } from '#app/features/moderation/flag-picture.server.ts';
import { findPictureFile } from '#app/features/pictures/find-picture-file.server.ts';
import { openLive } from '#app/features/pictures/open-live.server.ts';
import { db } from '#app/platform/db.server.ts';
import { pictureQueue } from '#app/platform/queue.server.ts';
import { createClassroom, createGeneration } from '#tests/fixtures/classroom.ts';
import { changeWall } from './change-wall.server.ts';
import { findNotices } from './find-notices.server.ts';
import { findPresented } from './find-presented.server.ts';
import { findWall } from './find-wall.server.ts';
import type { WallForm } from './wall-form.ts';

let room: Awaited<ReturnType<typeof createClassroom>>;

beforeEach(async () => {
  room = await createClassroom();
});

const change = (form: WallForm, teacherId = room.teacher.id) =>
  changeWall({ teacherId, classId: room.school.id, form });
const notices = (user: { id: string; role: string }) => findNotices({ user: user as never });
const make = (options: Partial<Parameters<typeof createGeneration>[0]> = {}) =>
  createGeneration({ classId: room.school.id, userId: room.student.id, shelf: 'own', ...options });

describe('a pause', () => {
  it('starts no new picture of the class, lets what runs end, and brings back what waits', async () => {
    const waiting = await make({ state: 'waiting' });
    const running = await make({ state: 'running' });
    const other = await createClassroom();
    const elsewhere = await createGeneration({
      classId: other.school.id,
      userId: other.student.id,
      state: 'waiting',
    });
    await change({ intent: 'pause' });
    expect(await claimGeneration(waiting.id)).toBeNull();
    expect(await claimGeneration(running.id)).not.toBeNull();
    expect(await claimGeneration(elsewhere.id)).not.toBeNull();
    expect(await notices(room.student)).toMatchObject({ paused: true });
    expect(await notices(other.student)).toMatchObject({ paused: false });
    await change({ intent: 'go-on' });
    expect(await pictureQueue().getJob(waiting.id)).toBeTruthy();
    expect(await claimGeneration(waiting.id)).not.toBeNull();
    expect(await notices(room.student)).toMatchObject({ paused: false });
  });

  it('is the class’s teacher’s to call', async () => {
    const other = await createClassroom();
    for (const { id } of [other.teacher, room.student])
      await expect(change({ intent: 'pause' }, id)).rejects.toMatchObject({ status: 404 });
  });
});

describe('a spotlight', () => {
  it('shows one picture to the class, unnamed unless the teacher says so, and no longer', async () => {
    const { pictures } = await make({ picture: { state: 'approved' } });
    const pictureId = pictures[0]!.id;
    const sees = () =>
      findPictureFile({ viewerId: room.classmate.id, pictureId, size: 'full' }).then(Boolean);
    expect(await sees()).toBe(false);
    await change({ intent: 'spotlight', pictureId });
    expect(await sees()).toBe(true);
    expect((await notices(room.classmate)).spotlight).toMatchObject({ pictureId, madeBy: null });
    await change({ intent: 'spotlight', pictureId, named: 'on' });
    expect((await notices(room.classmate)).spotlight?.madeBy).toBe(room.student.displayName);
    await change({ intent: 'spotlight-off' });
    expect(await sees()).toBe(false);
    expect((await notices(room.classmate)).spotlight).toBeNull();
  });

  it('falls on no held picture, on none of another class, and goes out when one is held', async () => {
    const held = await make({ state: 'held', picture: { state: 'held' } });
    const put = (pictureId: string) => change({ intent: 'spotlight', pictureId });
    await expect(put(held.pictures[0]!.id)).rejects.toMatchObject({ status: 409 });
    const other = await createClassroom();
    const theirs = await createGeneration({
      classId: other.school.id,
      userId: other.student.id,
      picture: { state: 'approved' },
    });
    await expect(put(theirs.pictures[0]!.id)).rejects.toMatchObject({ status: 404 });
    const shown = await make({ picture: { state: 'approved' } });
    await put(shown.pictures[0]!.id);
    await decideVerdict({
      teacherId: room.teacher.id,
      classId: room.school.id,
      form: { generationId: shown.id, decision: 'keep-held', reason: '' },
    });
    expect((await notices(room.classmate)).spotlight).toBeNull();
    expect((await findPresented({ classId: room.school.id })).spotlight).toBeNull();
  });
});

describe('the wall', () => {
  it('has a place for each student with the newest they asked for', async () => {
    const early = new Date(Date.now() - 60_000);
    await make({ picture: { state: 'approved' }, createdAt: early, prompt: 'before' });
    await make({ state: 'waiting', prompt: 'now' });
    const { places } = await findWall({ classId: room.school.id });
    expect(places).toHaveLength(2);
    expect(places.find(({ studentId }) => studentId === room.student.id)).toMatchObject({
      state: 'waiting',
      prompt: 'now',
      pictureId: null,
    });
    expect(places.find(({ studentId }) => studentId === room.classmate.id)?.state).toBeNull();
  });

  it('gives the projector approved pictures alone', async () => {
    const early = new Date(Date.now() - 60_000);
    const shown = await make({ picture: { state: 'approved' }, createdAt: early });
    await make({ state: 'held', picture: { state: 'held' } });
    await make({ state: 'finished', picture: { state: 'removed' } });
    const { pictures } = await findPresented({ classId: room.school.id });
    expect(pictures.map(({ id }) => id)).toEqual([shown.pictures[0]!.id]);
  });
});

it('tells the teacher of a flag within two seconds', async () => {
  const { pictures } = await make({ shelf: 'class', picture: { state: 'approved' } });
  const closed = new AbortController();
  const stream = await openLive({ userId: room.teacher.id, closed: closed.signal });
  const reader = stream!.getReader();
  const heard = async (event: string) => {
    for (;;) {
      const { value } = await reader.read();
      if (new TextDecoder().decode(value).includes(event)) return;
    }
  };
  // The stream says so at once, and again when this process hears the database.
  await heard('ready');
  await heard('ready');
  const startedMs = performance.now();
  await flagPicture({ user: room.classmate, pictureId: pictures[0]!.id, reason: '' });
  await heard('"kind":"moderation"');
  expect(await notices(room.teacher)).toMatchObject({ waiting: 1 });
  const tookMs = performance.now() - startedMs;
  console.log(`From the flag to the teacher's notice: ${tookMs.toFixed(0)} ms`);
  expect(tookMs).toBeLessThan(2_000);
  closed.abort();
  expect(await db.flag.count({ where: { pictureId: pictures[0]!.id } })).toBe(1);
});
