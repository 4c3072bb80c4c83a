import { hash, verify } from '@node-rs/argon2';

/** Argon2id with OWASP's first choice of parameters: 19 MiB, two passes, one lane. */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let standIn: Promise<string> | undefined;

export function hashPassword(password: string): Promise<string> {
  return hash(password, ARGON2ID);
}

/**
 * Whether the password fits the stored hash. Where there is no hash (an unknown username, a reset sign-in)
 * the same work is done against a stand-in, so that the answer takes as long.
 */
export async function verifyPassword(
  passwordHash: string | null | undefined,
  password: string,
): Promise<boolean> {
  standIn ??= hashPassword(crypto.randomUUID());
  const fits = await verify(passwordHash ?? (await standIn), password);
  return fits && typeof passwordHash === 'string';
}
