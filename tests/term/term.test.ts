import '../database/own-database.ts';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startUserSession } from '#app/features/accounts/start-user-session.server.ts';
import { db } from '#app/platform/db.server.ts';
import { buildSite } from '../../scripts/build-site.ts';
import { freePort } from '../../scripts/database.ts';
import { supervise } from '../../scripts/supervise.ts';
import type { Supervised } from '../../scripts/supervise.ts';
import { inHours } from '../fixtures/assignment.ts';
import { createGeneration, createUser } from '../fixtures/classroom.ts';
import { Person, together } from './person.ts';

const CLASS_SIZE = 20;
const PASSWORD = 'green kettle 7';

/** The plan of the term: which class gets what, from whom. */
const PLAN = [
  { room: 'A', title: 'One change', due: 24 },
  { room: 'A', title: 'Four seeds', due: -24 },
  { room: 'A', title: 'Review each other', due: 24, peers: 2 },
  { room: 'B', title: 'Weights', due: 24 },
  { room: 'B', title: '=2+3', due: -24 },
  { room: 'B', title: 'Words', due: null },
  { room: 'C', title: 'Steps', due: 24 },
  { room: 'C', title: 'Bias', due: -48 },
] as const;

interface Known {
  points: number | null;
  state: string;
  late: boolean;
}
type Student = { person: Person; id: string; username: string; pictureId: string };
type Room = { id: string; teacher: Person; students: Student[] };

let site: Supervised;
let siteUrl: string;

beforeAll(async () => {
  await buildSite();
  const port = await freePort();
  siteUrl = `http://localhost:${port}`;
  const settings = { NODE_ENV: 'production', PORT: String(port), EASEL_DEMO: 'off' } as const;
  site = await supervise({
    name: 'site',
    script: 'app/main.ts',
    env: { ...process.env, ...settings },
    onGiveUp: (name) => {
      throw new Error(`The ${name} gave up.`);
    },
  });
}, 180_000);
afterAll(() => site?.stop());

it('a term: what the gradebook says is what the script knows', async () => {
  const startMs = Date.now();
  const teachers = await Promise.all(['Ms Reed', 'Mr Stone'].map(hire));
  const rooms = new Map<string, Room>();
  for (const [name, teacher] of [
    ['A', teachers[0]!],
    ['B', teachers[0]!],
    ['C', teachers[1]!],
  ] as const)
    rooms.set(name, await openRoom(name, teacher));
  expect([...rooms.values()].flatMap(({ students }) => students)).toHaveLength(60);

  const known = new Map<string, Known>();
  for (const [index, plan] of PLAN.entries())
    await teach(rooms.get(plan.room)!, plan, index, known);

  for (const [name, { id, teacher, students }] of rooms) {
    const csv = await teacher.get(`/classes/${id}/gradebook.csv`);
    const rows = parse(csv, { columns: true, bom: true }) as Record<string, string>[];
    expect(rows).toHaveLength(students.length);
    const said = rows.flatMap((row) =>
      PLAN.filter(({ room }) => room === name).map(({ title }) => {
        const head = Object.keys(row).find((key) => key.includes(`${title}: points`))!;
        const column = head.startsWith("'") ? `'${title}` : title;
        const points = row[head];
        return [
          `${title}/${row.Username}`,
          {
            points: points === '' ? null : Number(points),
            state: row[`${column}: state`],
            late: row[`${column}: late`] === 'late',
          },
        ];
      }),
    );
    const expected = students.flatMap(({ username }) =>
      PLAN.filter(({ room }) => room === name).map(({ title }) => {
        const key = `${title}/${username}`;
        return [key, known.get(key)];
      }),
    );
    expect(new Map(said as never)).toEqual(new Map(expected as never));
  }
  // The other teacher's gradebook is not there for this one.
  const foreign = await teachers[1]!
    .get(`/classes/${rooms.get('A')!.id}/gradebook.csv`)
    .catch((error: Error) => error.message);
  expect(foreign).toContain('404');
  console.log(
    `A term of 3 classes, 60 students and ${PLAN.length} assignments: ${known.size} grades agree, ` +
      `${((Date.now() - startMs) / 1000).toFixed(1)} s`,
  );
}, 180_000);

/** A teacher with a session; accounts of staff come from the school's admin. */
async function hire(name: string): Promise<Person> {
  const { id } = await createUser('teacher');
  const request = new Request(siteUrl);
  const cookie = await startUserSession({ request, user: { id, role: 'teacher' } });
  return new Person(siteUrl, name, cookie.split(';')[0]);
}

/** A class made by its teacher, joined by its students with its code, each with a picture of their own. */
async function openRoom(name: string, teacher: Person): Promise<Room> {
  const { location } = await teacher.send('/classes', { name: `Class ${name}` });
  const id = location.split('/').at(-1)!;
  const { joinCode } = await db.class.findUniqueOrThrow({ where: { id } });
  const students: Student[] = [];
  const places = Array.from({ length: CLASS_SIZE }, (_, place) => place);
  await together(places, async (place) => {
    const username = `pupil-${name.toLowerCase()}-${String(place).padStart(2, '0')}`;
    const person = new Person(siteUrl, username);
    await person.send('/join', { code: joinCode, username, password: PASSWORD });
    const user = await db.user.findUniqueOrThrow({ where: { username } });
    // No worker runs here: what it would have drawn stands in the log already.
    const { pictures } = await createGeneration({
      classId: id,
      userId: user.id,
      prompt: `a red house for ${username}`,
      picture: { state: 'approved' },
    });
    students.push({ person, id: user.id, username, pictureId: pictures[0]!.id });
  });
  students.sort((a, b) => a.username.localeCompare(b.username));
  return { id, teacher, students };
}

/** One assignment from giving it to returning it, with what goes on in a class besides. */
async function teach(
  room: Room,
  plan: (typeof PLAN)[number],
  index: number,
  known: Map<string, Known>,
): Promise<void> {
  const { id: classId, teacher, students } = room;
  const { title, due } = plan;
  const peers = 'peers' in plan ? plan.peers : 0;
  const list = `/classes/${classId}/assignments`;
  const made = await teacher.send(`${list}/new`, {
    title,
    instructions: 'Change one thing and say why.',
    pictures: '1',
    words: '3',
    peerCount: String(peers),
    opensAt: inHours(-72),
    dueAt: due === null ? '' : inHours(due),
    intent: 'release',
  });
  const assignmentId = made.location.split('/').at(-2)!;
  const page = `${list}/${assignmentId}`;
  await teacher.send(`${page}/rubric`, { revision: '1', ...rubricFields([0, 1, 2]) });

  const extended = students[3]!;
  if (due !== null && due < 0)
    await teacher.send(page, { intent: 'extend', studentId: extended.id, dueAt: inHours(5) });

  const path = `/assignments/${assignmentId}`;
  const work = (student: Student, text: string, draftRevision = 0) => ({
    text,
    pictures: [student.pictureId],
    draftRevision: String(draftRevision),
    version: '1',
  });
  await together([...students.entries()], async ([place, student]) => {
    const key = `${title}/${student.username}`;
    const late = due !== null && due < 0 && student !== extended;
    known.set(key, { points: null, state: 'Not begun', late: false });
    if (place === 0) return;
    const { person } = student;
    await person.send(path, { intent: 'save', ...work(student, 'I begin') });
    known.set(key, { points: null, state: 'Draft', late: false });
    if (place === 1) return;
    const short = await person.post(path, { intent: 'turn-in', ...work(student, 'Too short', 1) });
    expect(short.status).toBe(400);
    await person.send(path, { intent: 'turn-in', ...work(student, 'I changed the colour.', 1) });
    known.set(key, { points: null, state: 'Turned in', late });
    if (place !== 2) return;
    await person.send(path, { intent: 'take-back', from: 'turnedIn' });
    known.set(key, { points: null, state: 'Taken back', late });
  });

  const turnedIn = students.slice(3);
  const submissions = readLinks(await teacher.get(page));
  const rubric = await db.criterion.findMany({
    where: { assignmentId },
    orderBy: { position: 'asc' },
    include: { levels: { orderBy: { position: 'asc' } } },
  });
  const grade = async (student: Student, levels: [number, number]) => {
    const at = `/classes/${classId}/submissions/${submissions.get(student.username)!}`;
    const { revision } = JSON.parse(await teacher.get(at)) as { revision: number };
    let seen = revision;
    for (const [line, level] of levels.entries()) {
      const { id: criterionId, levels: known } = rubric[line]!;
      const { text } = await teacher.send(at, {
        intent: 'level',
        revision: String(seen),
        criterionId,
        levelId: known[level]!.id,
      });
      seen = (JSON.parse(text) as { review: { revision: number } }).review.revision;
    }
  };
  const levelsOf = (place: number): [number, number] => [
    (place * 7 + index) % 3,
    (place * 5 + index * 2) % 3,
  ];
  const tell = (student: Student, points: number) => {
    const key = `${title}/${student.username}`;
    known.set(key, { ...known.get(key)!, points, state: 'Returned' });
  };

  if (peers > 0) {
    await teacher.send(page, { intent: 'deal' });
    await together(turnedIn, ({ person }) => reviewOthers(person, path, peers));
  }
  // The last one stays ungraded: returning all leaves it with the teacher.
  const graded = turnedIn.slice(0, -1);
  await together([...graded.entries()], ([place, student]) => grade(student, levelsOf(place)));
  const returned = await teacher.send(page, { intent: 'return-all' });
  expect(returned.text).toContain(`${graded.length} returned. 1 not graded yet`);
  for (const [place, student] of graded.entries())
    tell(student, levelsOf(place)[0] + levelsOf(place)[1]);

  if (index % 3 === 0) {
    // A resubmission after the grade: turned in again, graded again, returned again.
    const [student] = graded;
    const { person } = student!;
    await person.send(path, { intent: 'take-back', from: 'returned' });
    await person.send(path, { intent: 'turn-in', ...work(student!, 'I changed it better.', 2) });
    await grade(student!, [2, 2]);
    await teacher.send(page, { intent: 'return-all' });
    tell(student!, 4);
  }
  if (index % 4 === 1) {
    // The rubric's points are doubled: all that is graded is scored and told again.
    const { criteria, revision } = await db.assignment.findUniqueOrThrow({
      where: { id: assignmentId },
      include: {
        criteria: {
          orderBy: { position: 'asc' },
          include: { levels: { orderBy: { position: 'asc' } } },
        },
      },
    });
    const fields = rubricFields([0, 2, 4], criteria);
    await teacher.send(`${page}/rubric`, { revision: String(revision), ...fields });
    await teacher.send(page, { intent: 'return-all' });
    for (const student of graded) {
      const told = known.get(`${title}/${student.username}`)!.points!;
      tell(student, told * 2);
    }
  }
}

function rubricFields(
  points: number[],
  before: { id: string; levels: { id: string }[] }[] = [],
): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [line, name] of ['Colour', 'Reason'].entries()) {
    const at = `criteria[${line}]`;
    fields[`${at}.name`] = name;
    if (before[line]) fields[`${at}.id`] = before[line].id;
    for (const [place, value] of points.entries()) {
      fields[`${at}.levels[${place}].name`] = ['none', 'some', 'all'][place]!;
      fields[`${at}.levels[${place}].points`] = String(value);
      const level = before[line]?.levels[place];
      if (level) fields[`${at}.levels[${place}].id`] = level.id;
    }
  }
  return fields;
}

/** Each student's submission, from the links on the teacher's page. */
function readLinks(html: string): Map<string, string> {
  const links = html.matchAll(/review\?of=([0-9a-f-]{36})"[^>]*>([^<]+)</g);
  return new Map([...links].map(([, id, name]) => [name!, id!]));
}

/** Writes all reviews that were dealt to somebody, from the page's own form. */
async function reviewOthers(person: Person, path: string, count: number): Promise<void> {
  for (let written = 0; written < count; written++) {
    const html = await person.get(`${path}/peers`);
    const reviewId = html.match(/name="reviewId" value="([^"]+)"/)![1]!;
    const radios = [...html.matchAll(/name="(levels\.[^"]+)" value="([^"]+)"/g)];
    const levels = Object.fromEntries(radios.map(([, name, value]) => [name!, value!]));
    await person.send(`${path}/peers`, { reviewId, comment: 'The reason is clear.', ...levels });
  }
  expect(await person.get(`${path}/peers`)).toContain('All your reviews are written');
}
