import path from 'node:path';
import { buildSite } from './build-site.ts';
import { startDatabase } from './database.ts';
import { migrate } from './migrate.ts';
import { phase } from './phase.ts';
import { requireFreePort } from './require-free-port.ts';
import { restartOnChange } from './restart-on-change.ts';
import { supervise } from './supervise.ts';

interface RunOptions {
  mode: 'production' | 'development';
}

type Stop = () => Promise<void>;

/**
 * Starts everything that Easel is - database, site, worker - says how long each part took, and stops all
 * of it at Ctrl-C. Ends the process with a sentence where a part can't start.
 */
export async function runEasel({ mode }: RunOptions): Promise<void> {
  const stops: Stop[] = [];
  const stopAll = once(async (code: number) => {
    for (const stop of stops.reverse()) await stop();
    process.exit(code);
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      console.log('\nStopping Easel …');
      void stopAll(0);
    });
  try {
    await start(mode, stops, stopAll);
  } catch (error) {
    console.error(`\n${(error as Error).message}`);
    await stopAll(1);
  }
}

async function start(
  mode: RunOptions['mode'],
  stops: Stop[],
  stopAll: (code: number) => Promise<void>,
): Promise<void> {
  const port = Number(process.env.PORT ?? 3000);
  const dataDir = path.resolve(process.env.EASEL_DATA_DIR ?? 'data');
  await requireFreePort(port);
  process.env.NODE_ENV = mode;
  process.env.EASEL_DATA_DIR = dataDir;
  process.env.PORT = String(port);
  process.env.EASEL_DEMO ??= 'on';
  process.env.LOG_LEVEL ??= 'warn';
  if (!process.env.DATABASE_URL) {
    const database = await phase('Start the database', () =>
      startDatabase({ dir: path.join(dataDir, 'database') }),
    );
    stops.push(database.stop);
    process.env.DATABASE_URL = database.url;
  }
  const databaseUrl = process.env.DATABASE_URL;
  await phase('Bring the database up to date', () => migrate(databaseUrl));
  if (mode === 'production') await phase('Build the site (once, and after changes)', buildSite);

  const { openClassroom } = await import('./open-classroom.ts');
  const origin = process.env.EASEL_ORIGIN ?? `http://localhost:${port}`;
  const classroom = await phase('Prepare the classroom', () => openClassroom(origin));
  const env = { ...process.env, EASEL_DEMO: classroom.demo ? 'on' : 'off' };
  const onGiveUp = (name: string) => {
    console.error(`The ${name} keeps ending right after its start, so Easel stops.`);
    void stopAll(1);
  };
  const [worker, site] = await phase('Start the worker and the site', () =>
    Promise.all([
      supervise({ name: 'worker', script: 'worker/main.ts', env, onGiveUp }),
      supervise({ name: 'site', script: 'app/main.ts', env, onGiveUp }),
    ]),
  );
  stops.push(worker.stop, site.stop);
  if (mode === 'development') {
    const stopWatching = restartOnChange(worker, ['worker', 'app/features', 'app/platform']);
    stops.push(async () => stopWatching());
  }
  console.log(`\n  Easel is ready:  ${origin}\n`);
  for (const line of classroom.signIns) console.log(`  ${line}`);
  console.log('\n  Ctrl-C stops it.\n');
}

function once<Args extends unknown[]>(work: (...args: Args) => Promise<void>) {
  let running: Promise<void> | undefined;
  return (...args: Args) => (running ??= work(...args));
}
