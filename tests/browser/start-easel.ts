import { fork } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSite } from '../../scripts/build-site.ts';
import { freePort } from '../../scripts/database.ts';
import { waitUntil } from '../../scripts/wait-until.ts';

interface Easel {
  siteUrl: string;
  dataDir: string;
  stop: () => Promise<void>;
}

/**
 * The whole of Easel as `npm start` runs it, on a data folder and a port of its own, in demo mode unless `settings`
 * say something else.
 */
export async function startEasel(settings: Record<string, string> = {}): Promise<Easel> {
  await buildSite();
  const dataDir = await mkdtemp(path.join(tmpdir(), 'easel-site-'));
  // Run as root, the database has a user of its own, who must be able to enter.
  await chmod(dataDir, 0o755);
  const port = await freePort();
  const lines: string[] = [];
  const easel = fork('scripts/start.ts', {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: '',
      EASEL_DATA_DIR: dataDir,
      PORT: String(port),
      ...settings,
    },
  });
  easel.stdout?.on('data', (chunk) => lines.push(String(chunk)));
  easel.stderr?.on('data', (chunk) => lines.push(String(chunk)));
  await waitUntil(() => easel.exitCode !== null || lines.join('').includes('Easel is ready'), {
    timeoutMs: 120_000,
    what: `the site to start:\n${lines.join('')}`,
  });
  if (easel.exitCode !== null) throw new Error(lines.join(''));
  return {
    siteUrl: `http://localhost:${port}`,
    dataDir,
    stop: async () => {
      await new Promise<void>((resolve) => {
        easel.once('exit', () => resolve());
        easel.kill('SIGTERM');
      });
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
