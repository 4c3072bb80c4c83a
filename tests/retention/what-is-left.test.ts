import '../database/own-database.ts';
import { utimes } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, expect, it } from 'vitest';
import { verifyAuditChain } from '#app/features/audit/verify-audit-chain.server.ts';
import { findClock, findNearClocks } from '#app/features/retention/find-retention.server.ts';
import { purgeDueClasses } from '#app/features/retention/purge-due-classes.server.ts';
import { scheduleCleanUp } from '#app/features/retention/schedule-clean-up.server.ts';
import { setRetention } from '#app/features/retention/set-retention.server.ts';
import { scheduleRender } from '#app/features/renders/schedule-render.server.ts';
import { deleteStudent } from '#app/features/students/delete-student.server.ts';
import { exportStudent } from '#app/features/students/export-student.server.ts';
import { db } from '#app/platform/db.server.ts';
import { readDeletions } from '#app/platform/deletions.server.ts';
import {
  addJob,
  addProgramJob,
  addTrainingJob,
  pictureQueue,
  programQueue,
  trainingQueue,
} from '#app/platform/queue.server.ts';
import { storedFilePath, storeFile } from '#app/platform/storage.server.ts';
import { startProgramWorker } from '#worker/start-program-worker.ts';
import { waitUntil } from '../../scripts/wait-until.ts';
import { readTables } from '../access/table-snapshot.ts';
import { storedFiles, tracesOf, whereStands } from '../access/traces.ts';
import { createWorld } from '../access/world.ts';
import type { World } from '../access/world.ts';

const DAY_MS = 24 * 3600 * 1000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);

let world: World;

beforeEach(async () => {
  world = await createWorld({ archived: false });
});

/** What the export of a student says of their gallery. */
async function exportGallery(student: 'maker' | 'classmate'): Promise<Record<string, unknown[]>> {
  const keeper = { id: world.ids.teacher, role: 'teacher' as const };
  const zip = await exportStudent({ keeper, studentId: world.ids[student] });
  const files = unzipSync(new Uint8Array(await new Response(zip).arrayBuffer()));
  return JSON.parse(strFromU8(files['gallery.json']!)) as Record<string, unknown[]>;
}

/** Gives the maker something in each queue, and a portfolio and a learned word with its files. */
async function fillQueues() {
  const { classId, ids, pictures } = world;
  const mine = { classId, userId: ids.maker };
  const generationId = pictures.waiting.generationId;
  const concept = await db.concept.create({
    data: {
      ...mine,
      ...{ kind: 'word', name: 'blob', modelId: 'starter', startWord: 'cat', steps: 9, seed: 1 },
      checkpointSha256: await storeFile(Buffer.from(`checkpoint ${ids.maker}`)),
      fileSha256: await storeFile(Buffer.from(`learned ${ids.maker}`)),
    },
  });
  const render = await db.render.create({
    data: {
      ...mine,
      ...{ name: 'daily', template: 'a tree', settings: {}, cron: '0 8 * * *', timeZone: 'UTC' },
      maxPerDay: 1,
    },
  });
  const webhook = await db.webhook.create({
    data: {
      ...mine,
      url: 'https://example.org/',
      secret: 's',
      deliveries: { create: { generationId } },
    },
    include: { deliveries: true },
  });
  await db.portfolio.updateMany({ where: mine, data: { title: `Portfolio of ${ids.maker}` } });
  const deliveryId = webhook.deliveries[0]!.id;
  await addJob('generate-picture', generationId, { generationId }, 1);
  await addTrainingJob({ conceptId: concept.id });
  await addProgramJob('deliver-webhook', deliveryId, { deliveryId });
  await scheduleRender(render);
  const files = [concept.checkpointSha256!, concept.fileSha256!];
  return { files, ids: [concept.id, render.id, deliveryId, generationId] };
}

/** How many jobs and clocks the queues hold. */
async function countQueued(): Promise<number> {
  const queues = [pictureQueue(), trainingQueue(), programQueue()];
  const jobs = await Promise.all(queues.map((queue) => queue.getJobCountByTypes()));
  return (
    jobs.reduce((sum, count) => sum + count, 0) + (await programQueue().getJobSchedulersCount())
  );
}

/** All that may be left of the maker, and the sentence for whoever reads the test's output. */
async function lookFor(what: string, before: Awaited<ReturnType<typeof remember>>) {
  const rows = await whereStands(before.texts);
  const ids = await whereStands([world.ids.maker]);
  const files = (await storedFiles()).filter((name) => before.files.includes(name));
  const queued = await countQueued();
  const listed = (await readDeletions()).filter((each) =>
    JSON.stringify(each).includes(world.ids.maker),
  );
  console.log(
    `${what}: of ${before.texts.length} texts and ids ${rows.length} left, of ${before.files.length} files ${files.length}, in the queue ${queued}; the id stands in ${ids.join(', ') || 'no table'} and on ${listed.length} line of the deletions`,
  );
  return { rows, ids, files, queued, listed: listed.length };
}

async function remember() {
  const queued = await fillQueues();
  const { texts, sha256s } = await tracesOf(world.ids.maker);
  const remembered = {
    texts: [...texts, ...queued.ids, ...queued.files, `Portfolio of ${world.ids.maker}`],
    files: [...sha256s, ...queued.files],
  };
  expect((await whereStands(remembered.texts)).length).toBeGreaterThan(10);
  expect(await countQueued()).toBeGreaterThanOrEqual(4);
  return remembered;
}

it('a purge leaves of a student the line of the audit log', async () => {
  const { maker, classmate, teacher } = world.ids;
  const { classId } = world;
  const elsewhere = await createWorld({ archived: false });
  await db.class.update({ where: { id: elsewhere.classId }, data: { keepDays: null } });
  await db.membership.create({
    data: { classId: elsewhere.classId, userId: classmate, role: 'student' },
  });
  const before = await remember();
  expect(await purgeDueClasses(inDays(364))).toMatchObject({ classes: 0 });
  // Classes of tests before this one are due, too.
  const { classes } = await purgeDueClasses(inDays(366));
  expect(classes).toBeGreaterThan(0);
  expect(await lookFor('purge', before)).toEqual({
    rows: [],
    ids: ['AuditEntry.subject'],
    files: [],
    queued: 0,
    listed: 1,
  });
  expect(await db.generation.count({ where: { classId } })).toBe(0);
  expect(await db.class.findUnique({ where: { id: classId } })).toMatchObject({
    purgedAt: expect.any(Date),
    archivedAt: expect.any(Date),
  });
  expect(await db.assignment.count({ where: { classId } })).toBeGreaterThan(0);
  // Whoever is in a class that goes on keeps the account, and that class is as it was.
  expect(await db.user.count({ where: { id: { in: [classmate, teacher, maker] } } })).toBe(2);
  expect(await db.generation.count({ where: { classId: elsewhere.classId } })).toBe(10);
  expect(await db.auditEntry.count({ where: { classId, action: 'class.purged' } })).toBe(1);
  expect(await readDeletions()).toContainEqual(expect.objectContaining({ what: 'class', classId }));
  expect(await verifyAuditChain()).toMatchObject({ brokenAt: null });
  expect(await purgeDueClasses(inDays(366))).toMatchObject({ classes: 0 });
});

it('a deletion leaves of a student the line of the audit log', async () => {
  const before = await remember();
  await deleteStudent({ actorId: world.ids.teacher, studentId: world.ids.maker });
  expect(await lookFor('deletion', before)).toEqual({
    rows: [],
    ids: ['AuditEntry.subject'],
    files: [],
    queued: 0,
    listed: 1,
  });
});

it('an export holds a student’s gallery, and leaves nothing but a line of the audit log', async () => {
  const [tables, files, queued] = [await readTables(), await storedFiles(), await countQueued()];
  const galleries = await Promise.all([exportGallery('maker'), exportGallery('classmate')]);
  expect(
    galleries.map((gallery) => Object.entries(gallery).map(([k, v]) => [k, v.length])),
  ).toEqual([
    [
      ['collections', 0],
      ['portfolios', 1],
      ['comments', 0],
      ['reactions', 0],
      ['judgements', 1],
      ['concepts', 2],
    ],
    [
      ['collections', 2],
      ['portfolios', 0],
      ['comments', 2],
      ['reactions', 1],
      ['judgements', 0],
      ['concepts', 0],
    ],
  ]);
  const after = await readTables();
  const changed = Object.keys(after).filter((name) => after[name] !== tables[name]);
  expect(changed).toEqual(['AuditEntry']);
  expect(await storedFiles()).toEqual(files);
  expect(await countQueued()).toBe(queued);
});

it('counts from the last work, from the archive, and from setting the clock; warns a month before', async () => {
  const { classId, ids } = world;
  const dueIn = async () => {
    const { dueAt } = (await findClock(classId))!;
    return dueAt && Math.round((dueAt.getTime() - Date.now()) / DAY_MS);
  };
  await db.class.update({ where: { id: classId }, data: { keepSince: inDays(-500) } });
  expect(await dueIn()).toBe(365);
  await db.generation.updateMany({ where: { classId }, data: { createdAt: inDays(-340) } });
  await db.submission.updateMany({
    where: { assignment: { classId } },
    data: { createdAt: inDays(-340), turnedInAt: inDays(-339) },
  });
  await db.stepEvidence.deleteMany({ where: { progress: { classId } } });
  expect(await dueIn()).toBe(26);
  expect(await findNearClocks(ids.teacher)).toMatchObject([{ classId, isNear: true }]);
  expect(await findNearClocks(ids.foreignTeacher)).toEqual([]);
  await db.class.update({ where: { id: classId }, data: { archivedAt: inDays(-10) } });
  expect(await dueIn()).toBe(355);
  await setRetention({ teacherId: ids.teacher, classId, keepDays: 90 });
  expect(await dueIn()).toBe(90);
  await setRetention({ teacherId: ids.teacher, classId, keepDays: null });
  expect(await dueIn()).toBeNull();
  const foreign = setRetention({ teacherId: ids.foreignTeacher, classId, keepDays: 90 });
  await expect(foreign).rejects.toMatchObject({ status: 404 });
});

it('is done every morning by the queue, and clears away files that no row names', async () => {
  await scheduleCleanUp();
  await scheduleCleanUp();
  const clocks = await programQueue().getJobSchedulers();
  expect(clocks.map(({ key, pattern }) => [key, pattern])).toEqual([['clean-up', '15 5 * * *']]);
  const old = await storeFile(Buffer.from('left by a worker that died'));
  const fresh = await storeFile(Buffer.from('its row is about to be written'));
  await utimes(storedFilePath(old), inDays(-2), inDays(-2));
  const before = await storedFiles();
  const worker = startProgramWorker();
  await addProgramJob('clean-up', 'now', {});
  await waitUntil(async () => !(await storedFiles()).includes(old), {
    timeoutMs: 20_000,
    what: 'the clean-up',
  });
  await worker.close();
  expect(await storedFiles()).toEqual(before.filter((name) => name !== old));
  expect(await storedFiles()).toContain(fresh);
  await programQueue().removeJobScheduler('clean-up');
});
