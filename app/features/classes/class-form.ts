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

/** What becomes of the work of a student who leaves the class. */
export const WORK_CHOICES = ['keep', 'hide', 'delete'] as const;
export type WorkChoice = (typeof WORK_CHOICES)[number];

const studentId = z.string().uuid();
export const studentFormSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('remove'), studentId, work: z.enum(WORK_CHOICES).default('keep') }),
  z.object({ intent: z.literal('reset-sign-in'), studentId }),
]);

export const archiveFormSchema = z.object({ intent: z.enum(['archive', 'reopen']) });

export const programsFormSchema = z.object({ intent: z.enum(['on', 'off']) });
