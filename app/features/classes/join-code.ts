import { z } from 'zod';

/** 31 characters that can't be mistaken for each other when read out or copied from a board. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 8;

/** Draws a code of 8 of 31 characters, each equally likely. */
export function drawCode(): string {
  const limit = 256 - (256 % ALPHABET.length);
  let code = '';
  while (code.length < LENGTH) {
    const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < limit) code += ALPHABET[byte % ALPHABET.length];
  }
  return code;
}

/** As it stands on a board: two groups of four. */
export function formatCode(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`;
}

/** A code as a person types it: any case, with or without spaces and dashes. */
export const joinCodeField = z
  .string({ required_error: 'Write the code from your teacher.' })
  .transform((text) => text.normalize('NFKC').toUpperCase().replace(/[\s-]/g, ''))
  .pipe(
    z
      .string()
      .regex(
        new RegExp(`^[${ALPHABET}]{${LENGTH}}$`),
        'A code has 8 letters and digits, without 0, O, 1, I and L.',
      ),
  );
