import { startUserSession } from '#app/features/accounts/start-user-session.server.ts';
import type { Expectation, Fields } from './expectation.ts';
import type { Route } from './list-routes.ts';
import type { PersonName } from './secrets.ts';
import type { World } from './world.ts';

export type Outcome = 'answered' | 'sign-in' | 'hidden' | 'refused';

export interface Reply {
  outcome: Outcome;
  status: number;
  body: Buffer;
}

const cookies = new Map<string, Promise<string>>();
const ROLES = { teacher: 'teacher', foreignTeacher: 'teacher', admin: 'admin' } as const;

/** Sends one request as a person of the world would, with a session of theirs. */
export async function send(options: {
  siteUrl: string;
  route: Route;
  expectation: Expectation;
  world: World;
  person: PersonName;
  /** The address by which Remix asks for a page's data. */
  asData?: boolean;
}): Promise<Reply> {
  const { siteUrl, route, expectation, world, person, asData = false } = options;
  const { query, method = route.method } = expectation;
  const path = fillPath(route.path, expectation.params(world)) + (asData ? '.data' : '');
  const search = query ? `?${query(world)}` : '';
  const stopping = new AbortController();
  const reply = await fetch(siteUrl + path.replace(/^\/\.data$/, '/_root.data') + search, {
    method,
    redirect: 'manual',
    signal: stopping.signal,
    headers: {
      ...(await credentialsOf({ siteUrl, route, world, person })),
      Origin: siteUrl,
      ...(expectation.json && { 'Content-Type': 'application/json' }),
    },
    ...(method !== 'GET' && { body: bodyOf(expectation, world) }),
  });
  const isStream = reply.headers.get('content-type')?.startsWith('text/event-stream');
  const body = isStream
    ? Buffer.from((await reply.body!.getReader().read()).value ?? [])
    : Buffer.from(await reply.arrayBuffer());
  if (isStream) stopping.abort();
  return { outcome: readOutcome(reply, body), status: reply.status, body };
}

/** Whether an address is asked by programs, which come with a token in place of a session. */
export function isForPrograms(path: string): boolean {
  return path.startsWith('/api/') || path.startsWith('/sdapi/');
}

async function credentialsOf(options: {
  siteUrl: string;
  route: Route;
  world: World;
  person: PersonName;
}): Promise<Record<string, string>> {
  const { siteUrl, route, world, person } = options;
  if (isForPrograms(route.path)) {
    const token = world.tokens[person];
    return token ? { Authorization: `Bearer ${token}` } : {};
  }
  if (person === 'anonymous') return {};
  return { Cookie: await cookieOf(siteUrl, world, person) };
}

function bodyOf({ json, file, fileField, form }: Expectation, world: World): BodyInit {
  if (json) return JSON.stringify(json(world));
  const fields = form?.(world) ?? {};
  return file ? withFile(file, fileField ?? 'picture', fields) : encode(fields);
}

/** A page's data tells of a redirect or a 404 in its body, with a status of its own. */
function readOutcome({ status, headers }: Response, body: Buffer): Outcome {
  const location = headers.get('location') ?? (status === 202 ? body.toString() : '');
  if (location.includes('/sign-in') || status === 401) return 'sign-in';
  if (status === 404 || status === 204) return 'hidden';
  return status >= 400 ? 'refused' : 'answered';
}

function fillPath(path: string, params: Record<string, string>): string {
  return path.replace(/:(\w+)/g, (_, name: string) => {
    const value = params[name];
    if (!value) throw new Error(`The entry of ${path} gives no ${name}.`);
    return value;
  });
}

function encode(fields: Fields): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of listFields(fields)) body.append(name, value);
  return body;
}

function withFile(file: Buffer, field: string, fields: Fields): FormData {
  const body = new FormData();
  for (const [name, value] of listFields(fields)) body.append(name, value);
  body.append(field, new Blob([new Uint8Array(file)], { type: 'image/png' }), 'picture.png');
  return body;
}

const listFields = (fields: Fields) =>
  Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((each) => [name, each] as const),
  );

function cookieOf(siteUrl: string, world: World, person: Exclude<PersonName, 'anonymous'>) {
  const id = world.ids[person];
  const role = ROLES[person as keyof typeof ROLES] ?? 'student';
  const known =
    cookies.get(id) ?? startUserSession({ request: new Request(siteUrl), user: { id, role } });
  cookies.set(id, known);
  return known.then((cookie) => cookie.split(';')[0] ?? '');
}
