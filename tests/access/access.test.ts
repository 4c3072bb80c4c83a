import '../database/own-database.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSite } from '../../scripts/build-site.ts';
import { freePort } from '../../scripts/database.ts';
import { supervise } from '../../scripts/supervise.ts';
import type { Supervised } from '../../scripts/supervise.ts';
import type { Expectation } from './expectation.ts';
import { listRoutes } from './list-routes.ts';
import type { Route } from './list-routes.ts';
import { PERSONS } from './secrets.ts';
import type { PersonName } from './secrets.ts';
import { isForPrograms, send } from './send.ts';
import type { Outcome, Reply } from './send.ts';
import { readTables } from './table-snapshot.ts';
import { table } from './table.ts';
import { createWorld } from './world.ts';
import type { World } from './world.ts';

const routes = await listRoutes();
/** People of a class in the archive; the others have a class elsewhere to work in. */
const MEMBERS: PersonName[] = ['maker', 'classmate', 'removed'];

let site: Supervised;
let siteUrl: string;
let open: World;
let archived: World;
/** A world in which nobody has written yet. */
let unspent: World | undefined;
let asked = 0;

beforeAll(async () => {
  await buildSite();
  const port = await freePort();
  siteUrl = `http://localhost:${port}`;
  const settings = { NODE_ENV: 'production', PORT: String(port), EASEL_DEMO: 'off' } as const;
  const onGiveUp = (name: string) => {
    throw new Error(`The ${name} gave up.`);
  };
  const env = { ...process.env, ...settings };
  site = await supervise({ name: 'site', script: 'app/main.ts', env, onGiveUp });
  open = await createWorld({ archived: false });
  archived = await createWorld({ archived: true });
}, 240_000);
afterAll(async () => {
  const cases = Object.values(table).flat().length;
  console.log(`access: ${routes.length} addresses, ${cases} cases, ${asked} requests`);
  await site?.stop();
});

it('has an entry for every route, and none for a route that is gone', () => {
  const missing = routes.filter(({ key }) => !table[key]?.length).map(({ key }) => key);
  expect(missing, HOW_TO_ADD).toEqual([]);
  const keys = routes.map(({ key }) => key);
  expect(Object.keys(table).filter((key) => !keys.includes(key))).toEqual([]);
});

const HOW_TO_ADD = `Each route of app/routes needs a line in one of the tables of tests/access:
  'GET /things/:thingId': only(['maker', 'teacher'], { params: ({ thingId }) => ({ thingId }) }),
  'POST /things/:thingId': only(['maker'], { params: …, form: () => ({ intent: 'keep' }) }),
Also: signedIn() for pages of one's own, anyone() for public ones, refused(form) for a POST that nobody gets
past, rows(…) for several rows. A new kind of row with an id belongs into tests/access/world.ts, with
secrets.text('what', ...whoMaySee) in each of its columns that somebody writes.`;

const known = routes.filter(({ key }) => table[key]);
const casesOf = ({ key }: Route) =>
  table[key]!.map((expectation) => [expectation.of ?? 'as it is', expectation] as const);
const TIMEOUT_MS = 120_000;

// Whoever only reads is in nobody's way.
describe.concurrent.each(known.filter(({ method }) => method === 'GET'))('$key', (route) => {
  it.each(casesOf(route))('%s', (_of, expectation) => checkReading(route, expectation), TIMEOUT_MS);
});

describe.each(known.filter(({ method }) => method !== 'GET'))('$key', (route) => {
  it.each(casesOf(route))('%s', (_of, expectation) => checkWriting(route, expectation), TIMEOUT_MS);
});

async function checkReading(route: Route, expectation: Expectation): Promise<void> {
  const { asks = PERSONS, others } = expectation;
  for (const world of [open, archived]) {
    const allowed = (world.archived && expectation.inArchive) || expectation.allowed;
    // A page holds the data that it is drawn from: one world is asked for pages, the other for data.
    const asData = route.isPage && world.archived;
    await Promise.all(
      asks.map(async (person) => {
        const reply = await ask(route, expectation, world, person, asData);
        const wanted = allowed.includes(person) ? ['answered'] : refusalsOf(route, person, others);
        expect(wanted, name(world, person, asData)).toContain(reply.outcome);
      }),
    );
  }
}

async function checkWriting(route: Route, expectation: Expectation): Promise<void> {
  const { allowed, isOwn, asks = PERSONS, inArchive = [] } = expectation;
  const fresh = unspent ?? (await createWorld({ archived: false }));
  // One that fails the checks below is not used again.
  unspent = undefined;
  const outsiders = asks.filter((person) => !allowed.includes(person));
  await expectNothingWritten(route, expectation, fresh, outsiders);
  // With rows of their own they may work in another class; a member has none but this one.
  const shutOut = asks.filter((person) => person !== 'teacher' && !inArchive.includes(person));
  if (!isOwn) await expectNothingWritten(route, expectation, archived, shutOut);
  else
    for (const person of shutOut.filter((each) => MEMBERS.includes(each)))
      await ask(route, expectation, archived, person);
  const doers = isOwn ? allowed.filter((each) => asks.includes(each)) : allowed.slice(0, 1);
  if (doers.length === 0) unspent = fresh;
  for (const [index, person] of doers.entries()) {
    const { outcome } = await ask(route, expectation, fresh, person);
    if (index === 0) expect(outcome, name(fresh, person)).toBe('answered');
  }
}

/** All are refused, and no table has changed after them. */
async function expectNothingWritten(
  route: Route,
  expectation: Expectation,
  world: World,
  persons: PersonName[],
): Promise<void> {
  const before = await readTables();
  await Promise.all(
    persons.map(async (person) => {
      const { outcome } = await ask(route, expectation, world, person);
      const { allowed, others } = expectation;
      // In the archive a member is told why, where an outsider learns nothing.
      const isTold = allowed.includes(person) && others === 'hidden';
      const wanted = refusalsOf(route, person, isTold ? 'refused' : others);
      expect(wanted, name(world, person)).toContain(outcome);
    }),
  );
  const who = persons.map((person) => name(world, person)).join(', ');
  expect(await readTables(), `one of these changed something: ${who}`).toEqual(before);
}

async function ask(
  route: Route,
  expectation: Expectation,
  world: World,
  person: PersonName,
  asData = false,
): Promise<Reply> {
  asked += 1;
  const reply = await send({ siteUrl, route, expectation, world, person, asData });
  expect(reply.status, name(world, person, asData)).toBeLessThan(500);
  const leaks = [
    ...world.secrets.leaks(reply.body, expectation.readsAs?.[person] ?? person),
    ...[open, archived]
      .filter((each) => each !== world)
      .flatMap((each) =>
        each.secrets.leaks(reply.body, expectation.ofTheSchool ? person : 'anonymous'),
      ),
  ];
  expect(leaks, `${name(world, person, asData)} reads what is not theirs`).toEqual([]);
  return reply;
}

/** Told that there is no such thing, or sent to sign in, is refused, too. */
function refusalsOf({ path }: Route, person: PersonName, others: Expectation['others']): Outcome[] {
  if (others === 'refused') return ['refused', 'hidden', 'sign-in'];
  if (others === 'nothing') return ['answered', 'refused', 'hidden', 'sign-in'];
  // Programs without a token that works all get the same answer, which tells nothing of any row.
  if (isForPrograms(path) && !hasToken(person)) return ['refused', 'sign-in'];
  return [person === 'anonymous' ? 'sign-in' : 'hidden'];
}

const hasToken = (person: PersonName) => !['anonymous', 'admin', 'removed'].includes(person);

const name = ({ archived: isArchived }: World, person: PersonName, asData = false) =>
  `${person}${isArchived ? ' of a class in the archive' : ''}${asData ? ', asking for the data' : ''}`;
