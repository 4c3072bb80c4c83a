import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { startDatabase } from './database.ts';
import type { Database } from './database.ts';

/**
 * The database of a command beside the site: `DATABASE_URL`, else the embedded one of the data folder, which is
 * used as it runs or started for as long as the command takes. Sets the settings that the site's modules read.
 */
export async function openDatabase(): Promise<Database & { wasRunning: boolean }> {
  const dataDir = path.resolve(process.env.EASEL_DATA_DIR ?? 'data');
  process.env.EASEL_DATA_DIR = dataDir;
  process.env.LOG_LEVEL ??= 'warn';
  const dir = path.join(dataDir, 'database');
  const running = process.env.DATABASE_URL ?? (await findRunning(dir));
  const database = running
    ? { url: running, stop: async () => {}, wasRunning: true }
    : { ...(await startDatabase({ dir })), wasRunning: false };
  process.env.DATABASE_URL = database.url;
  return database;
}

/** The address of the cluster's server where one answers. */
export async function findRunning(dir: string): Promise<string | null> {
  const pidFile = path.join(dir, 'cluster', 'postmaster.pid');
  if (!existsSync(pidFile)) return null;
  // Its fourth line is the port.
  const port = (await readFile(pidFile, 'utf8')).split('\n')[3];
  const password = (await readFile(path.join(dir, 'password'), 'utf8')).trim();
  const url = `postgresql://easel:${password}@127.0.0.1:${port}/easel`;
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    await client.end();
    return url;
  } catch {
    return null;
  }
}
