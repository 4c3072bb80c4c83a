import { z } from 'zod';
import { SCOPE_IDS } from './scopes.ts';

/** A token that is forgotten somewhere must not work for ever: a school year at most. */
export const LIFETIMES_D = ['7', '30', '90', '365'] as const;
/** A client that looks how far it is each second has as many again for its work. */
export const PER_MINUTE = { least: 1, most: 600, usual: 120 };

export const apiTokenFormSchema = z.object({
  intent: z.literal('create'),
  name: z
    .string({ required_error: 'Say what the token is for.' })
    .trim()
    .min(1, 'Say what the token is for.')
    .max(60, 'At most 60 characters.'),
  scopes: z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.enum(SCOPE_IDS)).min(1, 'Choose at least one thing that it may do.'),
  ),
  perMinute: z.coerce
    .number({ invalid_type_error: 'This is a number.' })
    .int('A whole number.')
    .min(PER_MINUTE.least, 'At least 1.')
    .max(PER_MINUTE.most, `At most ${PER_MINUTE.most}.`)
    .default(PER_MINUTE.usual),
  lifetimeD: z.enum(LIFETIMES_D).default('30').transform(Number),
});

export type ApiTokenForm = z.output<typeof apiTokenFormSchema>;

export const revokeFormSchema = z.object({
  intent: z.literal('revoke'),
  tokenId: z.string().uuid(),
});
