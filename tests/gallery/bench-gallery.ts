/**
 * Measures pages of the gallery with 1,000 and with 100,000 made-up pictures, on a PostgreSQL of its own.
 * Run with tsx.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startDatabase } from '../../scripts/database.ts';
import { migrate } from '../../scripts/migrate.ts';

const ROUNDS = 400;
const PAGES = 1_000;
const TAKE = 24;

const dir = await mkdtemp(path.join(tmpdir(), 'easel-bench-'));
const server = await startDatabase({ dir, settings: ['fsync=off'] });
await migrate(server.url);
Object.assign(process.env, { DATABASE_URL: server.url, EASEL_DATA_DIR: dir, LOG_LEVEL: 'silent' });
const [{ findGallery }, { galleryCursorSchema }, { createMadeUpClass }, { closeDb, pool }] =
  await Promise.all([
    import('#app/features/galleries/find-gallery.server.ts'),
    import('#app/features/pictures/gallery-cursor.ts'),
    import('./made-up-pictures.ts'),
    import('#app/platform/db.server.ts'),
  ]);

type Room = Awaited<ReturnType<typeof createMadeUpClass>>;
type Options = Partial<Parameters<typeof findGallery>[0]>;

const small = await createMadeUpClass(1_000);
const large = await createMadeUpClass(100_000);

const cases: [name: string, (room: Room) => Options][] = [
  ['class, first page', () => ({})],
  ['own, first page', () => ({ shelf: 'own' })],
  ['class, one student', ({ student }) => ({ filter: { student } })],
  ['class, one lesson', () => ({ filter: { lesson: 'lesson-3' } })],
  ['class, a common word', () => ({ filter: { words: 'owl' } })],
  ['class, a rare word', () => ({ filter: { words: 'zeppelin' } })],
];
console.log(`${ROUNDS} rounds, interleaved; milliseconds`);
console.log('page | p50 of 1,000 | p95 of 1,000 | p50 of 100,000 | p95 of 100,000 | p95 ratio');
for (const [name, choose] of cases) {
  const [few, many] = await compare(
    () => open(small, choose(small)),
    () => open(large, choose(large)),
  );
  print(name, few, many);
}

const last = await findCursor(large, PAGES - 1);
const [first, thousandth] = await compare(
  () => open(large, {}),
  () => open(large, { after: last }),
);
print(`class of 100,000: page 1, page ${PAGES}`, first, thousandth);

// A connection that is still closing hears that the server stops.
pool.on('error', () => {});
await closeDb();
await server.stop();
await rm(dir, { recursive: true, force: true });

function open({ viewerId, classId }: Room, options: Options) {
  return findGallery({ viewerId, classId, shelf: 'class', take: TAKE, ...options });
}

async function findCursor(room: Room, pages: number) {
  let after;
  for (let page = 0; page < pages; page++) {
    const { next } = await open(room, { after });
    after = galleryCursorSchema.parse(next);
  }
  return after;
}

/** Both in turns, so that what else the machine does falls on both. */
async function compare(a: () => Promise<unknown>, b: () => Promise<unknown>) {
  const times: [number[], number[]] = [[], []];
  for (let round = -20; round < ROUNDS; round++) {
    for (const [index, run] of [a, b].entries()) {
      const startedMs = performance.now();
      await run();
      if (round >= 0) times[index]!.push(performance.now() - startedMs);
    }
  }
  return times;
}

function print(name: string, a: number[], b: number[]): void {
  const at = (times: number[], share: number) =>
    times.toSorted((x, y) => x - y)[Math.floor(times.length * share)]!;
  const figures = [at(a, 0.5), at(a, 0.95), at(b, 0.5), at(b, 0.95)];
  const ratio = at(b, 0.95) / at(a, 0.95);
  console.log([name, ...figures.map((ms) => ms.toFixed(2)), ratio.toFixed(2)].join(' | '));
}
