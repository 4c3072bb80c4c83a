import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import { PrismaClient } from '#prisma/generated/client.ts';
import { env } from './env.server.ts';
import { log } from './log.server.ts';

/** One pool a process: Prisma and Lucia share it. */
export const pool = new Pool({ connectionString: env().DATABASE_URL, max: 10 });

// The database may end an idle connection, when it stops or starts anew; the next query opens another. Prisma
// listens only while it is connected, and an error that nobody listens to ends the process.
pool.on('error', (error) => {
  if (!pool.ending) log.warn({ reason: error.message }, 'database: idle connection lost');
});

/** A class that presses the same button at once stands in line; nobody is turned away for that. */
const TRANSACTION_PATIENCE_MS = 30_000;

export const db = new PrismaClient({
  adapter: new PrismaPg(pool),
  transactionOptions: { maxWait: TRANSACTION_PATIENCE_MS, timeout: TRANSACTION_PATIENCE_MS },
});

/** Ends every database connection of this process, for a clean stop. */
export async function closeDb(): Promise<void> {
  await db.$disconnect();
  if (!pool.ended) await pool.end();
}
