import { createHash } from 'node:crypto';
import { NodePostgresAdapter } from '@lucia-auth/adapter-postgresql';
import { generateIdFromEntropySize, Lucia, TimeSpan } from 'lucia';
import type { Cookie, DatabaseSession } from 'lucia';
import type { Pool } from 'pg';
import { db, pool } from './db.server.ts';
import { env } from './env.server.ts';

/** A session unused for so long is over; its absolute end may come earlier. */
const IDLE_LIFETIME = new TimeSpan(30, 'd');
const TOKEN_BYTES = 25;
const TABLES = { user: 'User', session: 'Session' };

interface UserAttributes {
  role: 'student' | 'teacher' | 'admin';
  username: string;
  displayName: string;
  isDemo: boolean;
}

interface SessionAttributes {
  ends_at: Date;
}

declare module 'lucia' {
  interface Register {
    DatabaseUserAttributes: UserAttributes;
    DatabaseSessionAttributes: SessionAttributes;
    Lucia: typeof lucia;
  }
}

export interface SignedInUser extends UserAttributes {
  id: string;
}

/** Lucia's adapter, with an absolute end that neither the first lifetime nor a renewal goes past. */
class EndingSessions extends NodePostgresAdapter {
  readonly #pool: Pool;

  constructor(sessionPool: Pool) {
    super(sessionPool, TABLES);
    this.#pool = sessionPool;
  }

  override setSession(session: DatabaseSession): Promise<void> {
    const endsAt = session.attributes.ends_at;
    const expiresAt = session.expiresAt < endsAt ? session.expiresAt : endsAt;
    return super.setSession({ ...session, expiresAt });
  }

  override async updateSessionExpiration(id: string, expiresAt: Date): Promise<void> {
    await this.#pool.query(
      'UPDATE "Session" SET expires_at = LEAST($1, ends_at) WHERE id = $2 AND expires_at < ends_at',
      [expiresAt, id],
    );
  }
}

const lucia = new Lucia(new EndingSessions(pool), {
  sessionExpiresIn: IDLE_LIFETIME,
  sessionCookie: { name: 'easel_session' },
  getUserAttributes: ({ role, username, displayName, isDemo }) => ({
    role,
    username,
    displayName,
    isDemo,
  }),
});

/**
 * Starts a session that ends `lifetimeS` seconds from now at the latest, ends the one that this browser
 * had, and returns the `Set-Cookie` header. Only the SHA-256 of the cookie's token is stored.
 */
export async function startSession(options: {
  request: Request;
  userId: string;
  lifetimeS: number;
}): Promise<string> {
  await endSession(options.request);
  await lucia.deleteExpiredSessions();
  const token = generateIdFromEntropySize(TOKEN_BYTES);
  const endsAt = new Date(Date.now() + options.lifetimeS * 1000);
  await lucia.createSession(options.userId, { ends_at: endsAt }, { sessionId: hashToken(token) });
  const cookie = lucia.createSessionCookie(token);
  cookie.attributes.maxAge = options.lifetimeS;
  return serialize(cookie, options.request);
}

/** The user of the request's session, or null where it has none that is still alive. */
export async function readSessionUser(request: Request): Promise<SignedInUser | null> {
  const token = readToken(request);
  if (!token) return null;
  const { user } = await lucia.validateSession(hashToken(token));
  return user;
}

/** Ends this browser's session, if any, and returns the `Set-Cookie` header that forgets it. */
export async function endSession(request: Request): Promise<string> {
  const token = readToken(request);
  if (token) await lucia.invalidateSession(hashToken(token));
  return serialize(lucia.createBlankSessionCookie(), request);
}

/** Signs a user out everywhere. */
export async function endAllSessions(userId: string): Promise<void> {
  await db.session.deleteMany({ where: { userId } });
}

function readToken(request: Request): string | null {
  return lucia.readSessionCookie(request.headers.get('cookie') ?? '');
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** A browser drops a `Secure` cookie from a plain http address, as a school's own network has. */
function serialize(cookie: Cookie, request: Request): string {
  cookie.attributes.secure = new URL(env().EASEL_ORIGIN ?? request.url).protocol === 'https:';
  return cookie.serialize();
}
