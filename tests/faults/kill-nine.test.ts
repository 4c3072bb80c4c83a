import '../database/demo-mode.ts';
import '../database/own-database.ts';
import { execFileSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { db } from '#app/platform/db.server.ts';
import { pictureQueue } from '#app/platform/queue.server.ts';
import { seedDemo } from '#prisma/seed.ts';
import { buildSite } from '../../scripts/build-site.ts';
import { freePort } from '../../scripts/database.ts';
import { supervise } from '../../scripts/supervise.ts';
import type { Supervised } from '../../scripts/supervise.ts';
import { waitUntil } from '../../scripts/wait-until.ts';
import { signInDemo } from '../load/site-client.ts';
import type { SiteClient } from '../load/site-client.ts';

/** Kills of each kind of process: a few in every run, 20 for the figures (EASEL_KILLS=20). */
const KILLS = Number(process.env.EASEL_KILLS ?? 3);
const LATEST_KILL_MS = 1_500;
const VICTIMS = ['inference', 'worker', 'site'] as const;

let site: Supervised;
let worker: Supervised;
let student: SiteClient;

beforeAll(async () => {
  await buildSite();
  const port = await freePort();
  const settings = { NODE_ENV: 'production', PORT: String(port) } as const;
  const env = { ...process.env, ...settings };
  await seedDemo();
  const onGiveUp = (name: string) => {
    throw new Error(`The ${name} gave up.`);
  };
  [worker, site] = await Promise.all([
    supervise({ name: 'worker', script: 'worker/main.ts', env, onGiveUp }),
    supervise({ name: 'site', script: 'app/main.ts', env, onGiveUp }),
  ]);
  student = await signInDemo(`http://localhost:${port}`, 'Pip Otter');
}, 120_000);
afterAll(() => Promise.all([site?.stop(), worker?.stop()]));

function pidOf(victim: (typeof VICTIMS)[number]): number | undefined {
  if (victim === 'site') return site.child.pid;
  if (victim === 'worker') return worker.child.pid;
  const children = execFileSync('pgrep', ['-P', String(worker.child.pid), '-f', 'inference-main'], {
    encoding: 'utf8',
  });
  return Number(children.split('\n')[0]) || undefined;
}

function kill(victim: (typeof VICTIMS)[number]): boolean {
  try {
    const pid = pidOf(victim);
    if (!pid) return false;
    process.kill(pid, 'SIGKILL');
    return true;
  } catch {
    // It is between its death and its next start.
    return false;
  }
}

it.skipIf(process.platform === 'win32')(
  `ends every accepted request exactly once under ${KILLS} kills of each process`,
  async () => {
    const killed = { inference: 0, worker: 0, site: 0 };
    let accepted = 0;
    while (VICTIMS.some((victim) => killed[victim] < KILLS)) {
      const victim = VICTIMS.find((v) => killed[v] === Math.min(...Object.values(killed)))!;
      const asking = Promise.all(
        ['a red car, in the snow', 'a naked person having sex'].map((prompt) =>
          student.generate({ prompt, steps: '8' }),
        ),
      );
      // The moment is meant to be random: before, within and after the requests' work.
      await pause(Math.random() * LATEST_KILL_MS);
      if (kill(victim)) killed[victim] += 1;
      accepted += (await asking).filter(Boolean).length;
      await waitUntil(() => student.isUp(), { timeoutMs: 60_000, what: 'the site to be back' });
    }
    const open = () => db.generation.count({ where: { state: { in: ['waiting', 'running'] } } });
    await waitUntil(async () => (await open()) === 0, {
      timeoutMs: 180_000,
      what: 'every request to end',
      pollMs: 200,
    });
    const rows = await db.generation.findMany({ include: { pictures: true, verdicts: true } });
    expect(rows.length).toBeGreaterThanOrEqual(accepted);
    for (const row of rows) {
      const refused = row.prompt.includes('naked');
      expect(row.state).toBe(refused ? 'blocked' : 'finished');
      expect(row.pictures).toHaveLength(refused ? 0 : 1);
      expect(row.verdicts).toHaveLength(refused ? 1 : 2);
    }
    await waitUntil(async () => (await pictureQueue().getJobCountByTypes()) === 0, {
      timeoutMs: 60_000,
      what: 'the queue to be empty',
    });
    const again = rows.filter(({ attempt }) => attempt > 1).length;
    console.log(
      `kills: ${JSON.stringify(killed)}; requests accepted ${accepted}, rows ${rows.length}, ` +
        `drawn again ${again}, lost 0, doubled 0`,
    );
  },
  1_800_000,
);
