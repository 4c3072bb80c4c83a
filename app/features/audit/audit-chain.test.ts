import '#tests/database/own-database.ts';
import { beforeEach, expect, it } from 'vitest';
import { db, pool } from '#app/platform/db.server.ts';
import { verifyAuditChain } from './verify-audit-chain.server.ts';
import { writeAuditEntry } from './write-audit-entry.server.ts';

const write = (subject: string) =>
  db.$transaction((transaction) =>
    writeAuditEntry(transaction, {
      actorId: null,
      action: 'test.done',
      subject,
      detail: { "it's": ['a “quote”', 1.5, null], long: { b: 1, a: '\\' } },
    }),
  );

/** As somebody with the database's own password could. */
async function tamper(sql: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(`BEGIN; SET LOCAL session_replication_role = replica; ${sql}; COMMIT`);
  } finally {
    client.release();
  }
}

beforeEach(() => tamper('DELETE FROM "AuditEntry"'));

it('numbers and chains the entries of writers at once', async () => {
  await Promise.all(Array.from({ length: 40 }, (_, i) => write(`subject ${i}`)));
  const rows = await db.auditEntry.findMany({ orderBy: { id: 'asc' } });
  expect(rows.map(({ id }) => Number(id))).toEqual(rows.map((_, i) => i + 1));
  expect(new Set(rows.map(({ subject }) => subject)).size).toBe(40);
  expect(await verifyAuditChain()).toEqual({
    entries: 40,
    head: rows.at(-1)?.hash,
    brokenAt: null,
  });
});

it('leaves no gap where a transaction is given up', async () => {
  await write('first');
  const failed = db.$transaction(async (transaction) => {
    await writeAuditEntry(transaction, { actorId: null, action: 'test.done', subject: 'lost' });
    throw new Error('given up');
  });
  await expect(failed).rejects.toThrow('given up');
  await write('second');
  expect(await verifyAuditChain()).toMatchObject({ entries: 2, brokenAt: null });
});

it('refuses to change, remove or empty', async () => {
  await write('first');
  await expect(db.auditEntry.updateMany({ data: { subject: 'x' } })).rejects.toThrow(/only grows/);
  await expect(db.auditEntry.deleteMany()).rejects.toThrow(/only grows/);
  await expect(db.$executeRaw`TRUNCATE "AuditEntry"`).rejects.toThrow(/only grows/);
});

it('gives an entry its number and hash, whatever the writer says', async () => {
  await db.auditEntry.create({ data: { id: 99, action: 'a', subject: 's', hash: 'mine' } });
  expect(await verifyAuditChain()).toMatchObject({ entries: 1, brokenAt: null });
});

it.each([
  ['a changed subject', `UPDATE "AuditEntry" SET subject = 'other' WHERE id = 3`, 3],
  ['another actor', `UPDATE "AuditEntry" SET "actorId" = 'me' WHERE id = 2`, 2],
  [
    'another time',
    `UPDATE "AuditEntry" SET "createdAt" = now() - interval '1 day' WHERE id = 5`,
    5,
  ],
  ['a changed detail', `UPDATE "AuditEntry" SET detail = '{}' WHERE id = 1`, 1],
  ['a removed entry', `DELETE FROM "AuditEntry" WHERE id = 4`, 4],
  [
    'an entry hashed again alone',
    `UPDATE "AuditEntry" e SET subject = 'other' WHERE id = 2;
     UPDATE "AuditEntry" e SET hash = audit_hash((SELECT hash FROM "AuditEntry" WHERE id = 1), e)
       WHERE id = 2`,
    3,
  ],
])('finds %s', async (_what, sql, brokenAt) => {
  for (const subject of ['1', '2', '3', '4', '5', '6']) await write(subject);
  await tamper(sql);
  expect(await verifyAuditChain()).toMatchObject({ brokenAt });
});
