import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import { PrismaClient } from '#prisma/generated/client.ts';
import { env } from './env.server.ts';

/** One pool a process: Prisma and Lucia share it. */
export const pool = new Pool({ connectionString: env().DATABASE_URL, max: 10 });

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
