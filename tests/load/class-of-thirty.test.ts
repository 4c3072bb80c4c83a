import '../database/own-database.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startUserSession } from '#app/features/accounts/start-user-session.server.ts';
import { db } from '#app/platform/db.server.ts';
import { closeQueue, pictureQueue } from '#app/platform/queue.server.ts';
import { buildSite } from '../../scripts/build-site.ts';
import { freePort } from '../../scripts/database.ts';
import { supervise } from '../../scripts/supervise.ts';
import type { Supervised } from '../../scripts/supervise.ts';
import { waitUntil } from '../../scripts/wait-until.ts';
import { createClass } from '../database/people.ts';
import { clientWith } from './site-client.ts';

const STUDENTS = 30;
const EACH = 2;
const LONGEST_MS = 600_000;

let site: Supervised;
let worker: Supervised;
let siteUrl: string;

beforeAll(async () => {
  await buildSite();
  const port = await freePort();
  siteUrl = `http://localhost:${port}`;
  const settings = { NODE_ENV: 'production', PORT: String(port), EASEL_DEMO: 'off' } as const;
  const env = { ...process.env, ...settings };
  const onGiveUp = (name: string) => {
    throw new Error(`The ${name} gave up.`);
  };
  const execArgv = ['--import', './tests/load/report-delay.mjs'];
  [worker, site] = await Promise.all([
    supervise({ name: 'worker', script: 'worker/main.ts', env, onGiveUp, execArgv }),
    supervise({ name: 'site', script: 'app/main.ts', env, onGiveUp, execArgv }),
  ]);
}, 120_000);
afterAll(() => Promise.all([site?.stop(), worker?.stop(), closeQueue()]));

it(
  'serves a class that presses Generate at the same moment, everybody’s first picture first',
  async () => {
    const room = await createClass({ students: STUDENTS });
    const clients = await Promise.all(
      room.students.map(async ({ id }) => clientWith(siteUrl, await cookieOf(id))),
    );
    // The model and the gate are loaded before a class arrives.
    expect(await clients[0]!.generate({ prompt: 'a tree' })).toBe(true);
    await allEnded();
    await db.generation.deleteMany();

    // Nothing starts before all have pressed: whoever is accepted later than another's second picture has
    // begun rightly joins that turn, so a fast worker beside a slow site would tell nothing about turns.
    await pictureQueue().pause();
    const delays = [watchDelay(site), watchDelay(worker)] as const;
    const startMs = Date.now();
    const accepted = await Promise.all(
      clients.flatMap((client) =>
        Array.from({ length: EACH }, (_, i) =>
          client.generate({ prompt: 'a red car, in the snow', seed: String(i) }),
        ),
      ),
    );
    expect(accepted.every(Boolean)).toBe(true);
    const acceptedMs = Date.now() - startMs;
    await pictureQueue().resume();
    await allEnded();
    const [siteDelayMs, workerDelayMs] = await Promise.all(delays.map((read) => read()));

    const rows = await db.generation.findMany({ orderBy: { finishedAt: 'asc' } });
    expect(rows.map(({ state }) => state)).toEqual(rows.map(() => 'finished'));
    const seen = new Set<string>();
    const firstPlaces = rows.flatMap(({ userId }, place) =>
      seen.has(userId) ? [] : (seen.add(userId), [place + 1]),
    );
    const afterMs = rows.map(({ finishedAt }) => finishedAt!.getTime() - startMs);
    console.log(
      `${STUDENTS} students x ${EACH}: accepted after ${acceptedMs} ms, first picture ${afterMs[0]} ms, last first picture ` +
        `${afterMs[firstPlaces.at(-1)! - 1]} ms, last picture ${afterMs.at(-1)} ms; largest place of a ` +
        `first picture ${firstPlaces.at(-1)} of ${rows.length}; event-loop delay p99: site ` +
        `${siteDelayMs?.toFixed(1)} ms, worker ${workerDelayMs?.toFixed(1)} ms`,
    );
    // A few pictures are in the making at once, so that many may change places.
    expect(firstPlaces.at(-1)).toBeLessThanOrEqual(STUDENTS + 10);
    expect(workerDelayMs).toBeLessThan(200);
  },
  LONGEST_MS,
);

async function cookieOf(userId: string): Promise<string> {
  const cookie = await startUserSession({
    request: new Request(siteUrl),
    user: { id: userId, role: 'student' },
  });
  return cookie.split(';')[0]!;
}

async function allEnded(): Promise<void> {
  await waitUntil(
    async () =>
      (await db.generation.count({ where: { state: { in: ['waiting', 'running'] } } })) === 0,
    { timeoutMs: LONGEST_MS, what: 'every picture', pollMs: 100 },
  );
}

/** Starts a new measurement in the process; the returned function reads its p99 in milliseconds. */
function watchDelay({ child }: Supervised): () => Promise<number> {
  child.send('delay: start');
  return () =>
    new Promise((resolve) => {
      child.on('message', function hear(message) {
        if (typeof message !== 'object' || message === null || !('delayP99Ms' in message)) return;
        child.off('message', hear);
        resolve(Number(message.delayP99Ms));
      });
      child.send('delay: read');
    });
}
