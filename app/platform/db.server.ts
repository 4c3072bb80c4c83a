import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import { PrismaClient } from '#prisma/generated/client.ts';
import { env } from './env.server.ts';

/** One pool a process: Prisma and Lucia share it. */
export const pool = new Pool({ connectionString: env().DATABASE_URL, max: 10 });

export const db = new PrismaClient({ adapter: new PrismaPg(pool) });

/** Ends every database connection of this process, for a clean stop. */
export async function closeDb(): Promise<void> {
  await db.$disconnect();
  if (!pool.ended) await pool.end();
}
