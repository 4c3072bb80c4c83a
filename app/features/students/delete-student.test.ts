import '#tests/database/own-database.ts';
import { beforeEach, expect, it } from 'vitest';
import { verifyAuditChain } from '#app/features/audit/verify-audit-chain.server.ts';
import { FILE_COLUMNS } from '#app/features/files/file-references.server.ts';
import { addJob, pictureQueue } from '#app/platform/queue.server.ts';
import { startUserSession } from '#app/features/accounts/start-user-session.server.ts';
import { removeStudent } from '#app/features/classes/remove-student.server.ts';
import { db, pool } from '#app/platform/db.server.ts';
import { readDeletions } from '#app/platform/deletions.server.ts';
import { limitFailures } from '#app/platform/rate-limit.server.ts';
import { storeFile } from '#app/platform/storage.server.ts';
import { storedFiles, tracesOf, whereStands } from '#tests/access/traces.ts';
import { createWorld } from '#tests/access/world.ts';
import type { World } from '#tests/access/world.ts';
import { deleteStudent } from './delete-student.server.ts';

let world: World;

beforeEach(async () => {
  world = await createWorld({ archived: false });
});

it('leaves nothing of a student but the lines of the audit log and the list of the deleted', async () => {
  const { maker, teacher } = world.ids;
  const session = await startUserSession({
    request: new Request('http://localhost'),
    user: { id: maker, role: 'student' },
  });
  expect(session).toContain('easel_session');
  await db.oneTimeLink.create({
    data: { id: 'x', purpose: 'sign-in-reset', userId: maker, expiresAt: new Date() },
  });
  await limitFailures({ username: world.makerUsername }, async () => null);
  const { generationId } = world.pictures.waiting;
  await addJob('generate-picture', generationId, { generationId }, 1);
  const { texts, sha256s } = await tracesOf(maker);
  expect(await whereStands([maker, ...texts])).toEqual(
    expect.arrayContaining(['User.id', 'Session.user_id', 'Generation.prompt', 'RateLimit.key']),
  );
  const before = await storedFiles();

  expect(await deleteStudent({ actorId: teacher, studentId: maker })).toBe(true);

  expect(await whereStands(texts)).toEqual([]);
  expect(await whereStands([maker])).toEqual(['AuditEntry.subject']);
  expect(await pictureQueue().getJob(generationId)).toBeUndefined();
  const left = await storedFiles();
  expect(left.filter((name) => sha256s.includes(name))).toEqual([]);
  // Nobody else's files went with them.
  expect(left.length).toBe(before.length - new Set(sha256s).size);
  expect(await readDeletions()).toContainEqual(
    expect.objectContaining({ what: 'student', userId: maker }),
  );
  expect(await verifyAuditChain()).toMatchObject({ brokenAt: null });
  expect(await deleteStudent({ actorId: teacher, studentId: maker })).toBe(false);
});

it('keeps a file that somebody else’s row names too', async () => {
  const shared = await storeFile(Buffer.from('a blank mask'));
  const { maker, classmate, teacher } = world.ids;
  const { generationId } = world.pictures.approved;
  await db.generation.update({ where: { id: generationId }, data: { maskSha256: shared } });
  const other = await db.generation.update({
    where: { id: world.pictures.failed.generationId },
    data: { userId: classmate, maskSha256: shared, parentId: generationId },
  });
  await deleteStudent({ actorId: teacher, studentId: maker });
  expect(await storedFiles()).toContain(shared);
  expect(await db.generation.findUnique({ where: { id: other.id } })).toMatchObject({
    parentId: null,
    maskSha256: shared,
  });
});

it.each(['keep', 'hide', 'delete'] as const)(
  'removal from a class can %s the work',
  async (work) => {
    const { maker, teacher } = world.ids;
    const { texts, sha256s } = await tracesOf(maker);
    const { classId } = world;
    await removeStudent({ teacherId: teacher, classId, studentId: maker, work });
    const rows = await db.generation.findMany({
      where: { userId: maker },
      include: { pictures: true },
    });
    expect(rows.filter(({ state }) => state === 'waiting' || state === 'running')).toEqual([]);
    const states = rows.flatMap(({ pictures }) => pictures.map(({ state }) => state));
    if (work === 'keep') expect(states.filter((state) => state === 'approved')).toHaveLength(3);
    else expect(states).not.toContain('approved');
    if (work !== 'delete') return;
    expect(await readDeletions()).toContainEqual(
      expect.objectContaining({ what: 'work', userId: maker, classId }),
    );
    expect(await whereStands(texts)).toEqual(['User.username', 'User.displayName']);
    expect(await whereStands([maker])).toEqual([
      'AuditEntry.subject',
      'Membership.userId',
      'User.id',
    ]);
    expect((await storedFiles()).filter((name) => sha256s.includes(name))).toEqual([]);
  },
);

it('knows of every column that names a file', async () => {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name ILIKE '%sha256%'
       -- The sum of a request, and no file.
       AND column_name <> 'bodySha256' ORDER BY 1`,
  );
  expect(
    rows.map(({ name }) => name),
    'A column that names stored files needs its lines in app/features/files/file-references.server.ts.',
  ).toEqual(FILE_COLUMNS);
});

it('knows of every table that holds what somebody made in a class', async () => {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name IN ('userId', 'ownerId', 'classId')
     GROUP BY table_name HAVING count(*) = 2 ORDER BY 1`,
  );
  expect(
    rows.map(({ name }) => name),
    'A table of students’ work needs its line in app/features/students/delete-work.server.ts.',
  ).toEqual([
    'ApiToken',
    'Batch',
    'Collection',
    'Concept',
    'Generation',
    'Grid',
    'LessonProgress',
    'Membership',
    'PictureTable',
    'Portfolio',
    'Render',
    'Webhook',
  ]);
});
