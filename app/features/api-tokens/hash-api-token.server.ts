import { createHash, randomBytes } from 'node:crypto';

/** Begins every token, so that one in a file or a message is known for what it is. */
export const TOKEN_START = 'easel_';
const TOKEN_BYTES = 32;

/** A new token: 256 random bits, which nobody guesses. */
export function makeApiToken(): string {
  return TOKEN_START + randomBytes(TOKEN_BYTES).toString('base64url');
}

/** What is stored of a token. It is random throughout, so one round of SHA-256 keeps it. */
export function hashApiToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
