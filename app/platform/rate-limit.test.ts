import '#tests/database/own-database.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from './db.server.ts';
import { forgetFailures, limitFailures, TooManyTriesError } from './rate-limit.server.ts';
import type { TryKeys } from './rate-limit.server.ts';

const fail = (keys: TryKeys) => limitFailures(keys, async () => null);
const succeed = (keys: TryKeys) => limitFailures(keys, async () => 'in');

beforeEach(async () => {
  await db.rateLimit.deleteMany();
});

describe('failed tries', () => {
  it('are ten a minute of one address', async () => {
    for (let i = 0; i < 10; i++) expect(await fail({ address: '10.0.0.1' })).toBeNull();
    const refusal = await succeed({ address: '10.0.0.1' }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(TooManyTriesError);
    const { retryAfterS, status, message } = refusal as TooManyTriesError;
    expect(status).toBe(429);
    expect(retryAfterS).toBeGreaterThan(0);
    expect(retryAfterS).toBeLessThanOrEqual(60);
    expect(message).toContain(`${retryAfterS} seconds`);
    expect(await succeed({ address: '10.0.0.2' })).toBe('in');
  });

  it('count again when the minute is over', async () => {
    for (let i = 0; i < 10; i++) await fail({ address: '10.0.0.1' });
    await db.rateLimit.updateMany({ data: { expire: BigInt(Date.now() - 1) } });
    expect(await succeed({ address: '10.0.0.1' })).toBe('in');
  });

  it('are counted by username too, from any address', async () => {
    for (let i = 0; i < 10; i++) await fail({ address: `10.0.1.${i}`, username: 'pip' });
    await expect(succeed({ address: '10.0.2.1', username: 'pip' })).rejects.toThrow(/Too many/);
    await forgetFailures('username', 'pip');
    expect(await succeed({ address: '10.0.2.1', username: 'pip' })).toBe('in');
  });

  it('do not slow a whole class that signs in at once from one address', async () => {
    const class30 = Array.from({ length: 30 }, (_, i) =>
      succeed({ address: '10.0.0.1', username: `student-${i}` }),
    );
    expect(await Promise.all(class30)).toEqual(Array(30).fill('in'));
  });

  it('refuse a right guess among many that are made side by side', async () => {
    let failed = 0;
    let release: () => void = () => {};
    const tenFailed = new Promise<void>((resolve) => (release = resolve));
    const right = limitFailures({ address: '10.0.0.1' }, async () => {
      await tenFailed;
      return 'in';
    });
    const wrong = Array.from({ length: 40 }, () =>
      fail({ address: '10.0.0.1' })
        .catch(() => null)
        .then(() => {
          if (++failed === 40) release();
        }),
    );
    await Promise.all(wrong);
    await expect(right).rejects.toBeInstanceOf(TooManyTriesError);
  });

  it('are counted by the /64 of an IPv6 address, and by the IPv4 address inside one', async () => {
    for (let i = 0; i < 10; i++) await fail({ address: `2001:db8:0:1::${i + 1}` });
    await expect(succeed({ address: '2001:db8:0:1:ffff::1' })).rejects.toThrow(/Too many/);
    expect(await succeed({ address: '2001:db8:0:2::1' })).toBe('in');
    for (let i = 0; i < 10; i++) await fail({ address: '::ffff:10.9.9.9' });
    await expect(succeed({ address: '10.9.9.9' })).rejects.toThrow(/Too many/);
  });
});
