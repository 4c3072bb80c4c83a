import { z } from 'zod';

export const classNameField = z
  .string({ required_error: 'Give the class a name.' })
  .trim()
  .min(1, 'Give the class a name.')
  .max(60, 'The name of a class has at most 60 characters.');

export const classFormSchema = z.object({ name: classNameField });

/** How long a new join code may be open, in days. */
export const CODE_LIFETIMES = { 1: '1 day', 7: '1 week', 30: '30 days', 365: '1 year' };

export const joinCodeFormSchema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('new'),
    days: z.coerce.number().int().min(1).max(365).default(30),
  }),
  z.object({ intent: z.literal('lock') }),
  z.object({ intent: z.literal('unlock') }),
]);

export const studentFormSchema = z.object({
  intent: z.enum(['remove', 'reset-sign-in']),
  studentId: z.string().uuid(),
});

export const archiveFormSchema = z.object({ intent: z.enum(['archive', 'reopen']) });

export const programsFormSchema = z.object({ intent: z.enum(['on', 'off']) });
