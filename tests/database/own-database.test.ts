import './own-database.ts';
import { expect, it } from 'vitest';
import { db } from '#app/platform/db.server.ts';

it('is migrated, empty, and this file’s own', async () => {
  expect(await db.user.count()).toBe(0);
  const rows = await db.$queryRaw<{ name: string }[]>`SELECT current_database()::text AS name`;
  expect(rows[0]?.name).toMatch(/^test_/);
});
