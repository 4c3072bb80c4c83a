import { isIPv6 } from 'node:net';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { pool } from './db.server.ts';
import { UserError } from './user-error.ts';

const store = { storeClient: pool, tableName: 'RateLimit', tableCreated: true };

/** Failed tries only: a class of thirty behind one school address signs in at once and is not slowed. */
const limiters = {
  address: new RateLimiterPostgres({ ...store, keyPrefix: 'address', points: 10, duration: 60 }),
  username: new RateLimiterPostgres({ ...store, keyPrefix: 'username', points: 10, duration: 300 }),
};

/** Requests a minute: of a token, whose own limit is read beside it; of an address whose tokens nobody knows. */
const requests = {
  token: new RateLimiterPostgres({ ...store, keyPrefix: 'token', points: 1e6, duration: 60 }),
  stranger: new RateLimiterPostgres({ ...store, keyPrefix: 'stranger', points: 1e6, duration: 60 }),
};

/** What tries are counted by. */
export type TryKeys = Partial<Record<keyof typeof limiters, string>>;

/** Too many wrong tries; `retryAfterS` says when the next one counts again. */
export class TooManyTriesError extends UserError {
  readonly retryAfterS: number;

  constructor(waitMs: number) {
    const retryAfterS = Math.max(1, Math.ceil(waitMs / 1000));
    super(`Too many tries that did not work. Wait ${retryAfterS} seconds, then try again.`, {
      status: 429,
    });
    this.name = 'TooManyTriesError';
    this.retryAfterS = retryAfterS;
  }
}

/**
 * Runs `attempt`, whose null is a failed try: ten of an address a minute, ten of a username in five.
 * Throws TooManyTriesError beyond that, for a right answer too, so that guesses made side by side can't
 * outrun the count.
 */
export async function limitFailures<T>(
  keys: TryKeys,
  attempt: () => Promise<T | null>,
): Promise<T | null> {
  await refuseSpent(keys);
  const result = await attempt();
  if (result === null) await countFailure(keys);
  else await refuseSpent(keys);
  return result;
}

/** Too many requests in a minute; `retryAfterS` says when the next one counts again. */
export class TooManyRequestsError extends UserError {
  readonly retryAfterS: number;

  constructor(perMinute: number, waitMs: number) {
    const retryAfterS = Math.max(1, Math.ceil(waitMs / 1000));
    super(`More than ${perMinute} requests in a minute. Wait ${retryAfterS} seconds.`, {
      status: 429,
    });
    this.name = 'TooManyRequestsError';
    this.retryAfterS = retryAfterS;
  }
}

/** Counts one request. Throws TooManyRequestsError beyond `perMinute`. */
export async function limitRequests(
  kind: keyof typeof requests,
  key: string,
  perMinute: number,
): Promise<void> {
  const { consumedPoints, msBeforeNext } = await requests[kind].consume(normalise(key));
  if (consumedPoints > perMinute) throw new TooManyRequestsError(perMinute, msBeforeNext);
}

/** Forgets the failed tries of one key, as after a reset by a teacher. */
export async function forgetFailures(kind: keyof typeof limiters, key: string): Promise<void> {
  await limiters[kind].delete(normalise(key));
}

async function refuseSpent(keys: TryKeys): Promise<void> {
  for (const [limiter, key] of limitersOf(keys)) {
    const used = await limiter.get(key);
    if (used && used.consumedPoints >= limiter.points)
      throw new TooManyTriesError(used.msBeforeNext);
  }
}

async function countFailure(keys: TryKeys): Promise<void> {
  for (const [limiter, key] of limitersOf(keys)) {
    try {
      await limiter.consume(key);
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) throw new TooManyTriesError(refusal.msBeforeNext);
      throw refusal;
    }
  }
}

function limitersOf(keys: TryKeys): [RateLimiterPostgres, string][] {
  return Object.entries(keys).map(([kind, key]) => [
    limiters[kind as keyof typeof limiters],
    normalise(key),
  ]);
}

/** One household or school holds a whole /64 of IPv6 addresses; the key's column holds 255 characters. */
function normalise(key: string): string {
  if (!isIPv6(key)) return key.slice(0, 200);
  if (key.startsWith('::ffff:')) return key.slice('::ffff:'.length);
  const [head = '', tail = ''] = key.split('::');
  const headGroups = head.split(':').filter(Boolean);
  const tailGroups = tail.split(':').filter(Boolean);
  const zeros = Array<string>(8 - headGroups.length - tailGroups.length).fill('0');
  return [...headGroups, ...(key.includes('::') ? zeros : []), ...tailGroups].slice(0, 4).join(':');
}
