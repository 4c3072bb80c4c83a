import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { Client } from 'pg';
import { waitUntil } from './wait-until.ts';

const USER = 'easel';
const DATABASE = 'easel';

export interface Database {
  url: string;
  stop: () => Promise<void>;
}

interface DatabaseOptions {
  /** Where the cluster lives; made where it is missing. */
  dir: string;
  /** Settings of PostgreSQL, as `name=value`. */
  settings?: string[];
}

/**
 * Starts the embedded PostgreSQL on a free port of this machine and makes sure that the database exists.
 * A server that an earlier run left behind is ended first. Throws a sentence for people.
 */
export async function startDatabase({ dir, settings = [] }: DatabaseOptions): Promise<Database> {
  await mkdir(dir, { recursive: true }).catch((error: Error) => {
    throw new Error(`The data folder ${dir} can't be written: ${error.message}`);
  });
  const isRoot = process.getuid?.() === 0;
  // The cluster's own user must be able to reach the cluster.
  if (isRoot) await chmod(dir, 0o755);
  await endLeftover(dir);
  const password = await readPassword(dir);
  const port = await freePort();
  const cluster = path.join(dir, 'cluster');
  const keeper = await launch({ cluster, user: USER, password, port, settings }).catch((error) => {
    if (isRoot && String(error).includes('Permission denied'))
      throw new Error(
        `The database in ${dir} can't be reached: run as root, it belongs to the user "postgres", who may not enter a folder above it. Start Easel as an ordinary user, or choose another EASEL_DATA_DIR.`,
      );
    throw new Error(
      `The database in ${dir} can't be started. If this folder was copied or damaged, restore a backup or move it away.\n${(error as Error).message}`,
    );
  });
  const url = `postgresql://${USER}:${password}@127.0.0.1:${port}/${DATABASE}`;
  await ensureDatabase(url);
  return {
    url,
    stop: () =>
      new Promise((stopped) => {
        if (keeper.exitCode !== null || keeper.signalCode !== null) return stopped();
        keeper.once('exit', () => stopped());
        keeper.send('stop');
      }),
  };
}

function launch(options: object): Promise<ChildProcess> {
  return new Promise((resolve, reject) => {
    const keeper = fork(new URL('./database-main.ts', import.meta.url), {
      execArgv: ['--import', 'tsx'],
      detached: true,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    keeper.send(options);
    keeper.once('message', (message) => {
      if (message === 'ready') resolve(keeper);
      else reject(new Error(String(message)));
    });
    keeper.once('exit', () => reject(new Error('PostgreSQL ended while it started.')));
  });
}

async function readPassword(dir: string): Promise<string> {
  const file = path.join(dir, 'password');
  if (!existsSync(file)) await writeFile(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  return (await readFile(file, 'utf8')).trim();
}

async function ensureDatabase(url: string): Promise<void> {
  const admin = new Client({ connectionString: url.replace(/\/[^/]*$/, '/postgres') });
  await admin.connect();
  try {
    const found = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (found.rowCount === 0) await admin.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await admin.end();
  }
}

/** Ends a server that outlived a killed run, so that its cluster can be opened again. */
async function endLeftover(dir: string): Promise<void> {
  const pidFile = path.join(dir, 'cluster', 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number((await readFile(pidFile, 'utf8')).split('\n')[0]);
  // Another program may have this number by now: only a PostgreSQL of this very cluster is ended.
  const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  if (commandLine.includes(path.join(dir, 'cluster'))) {
    process.kill(pid, 'SIGINT');
    await waitUntil(() => !isAlive(pid), {
      timeoutMs: 20_000,
      what: 'the earlier database to end',
    });
  }
  await rm(pidFile, { force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** A port that nothing listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
