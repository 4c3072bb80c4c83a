import { openDatabase } from './open-database.ts';

// npm run audit:verify: reads the audit log and says whether its chain holds. Exit code 1 where it does not.

const database = await openDatabase();
const { verifyAuditChain } = await import('#app/features/audit/verify-audit-chain.server.ts');
const { closeDb } = await import('#app/platform/db.server.ts');
try {
  const { entries, head, brokenAt } = await verifyAuditChain();
  if (brokenAt === null)
    console.log(
      `The audit log holds: ${entries} entries, the newest has the hash ${head || 'none'}.`,
    );
  else {
    console.error(
      `The audit log was changed: entry ${brokenAt} is missing or not as it was written.`,
    );
    process.exitCode = 1;
  }
} finally {
  await closeDb();
  await database.stop();
}
