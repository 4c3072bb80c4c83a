import { z } from 'zod';

/** For how long a class's work may be kept, in days, as a form names it. */
export const KEEP_CHOICES = {
  90: 'Three months',
  180: 'Half a year',
  365: 'One year',
  730: 'Two years',
  forever: 'For ever',
} as const;

/** Teachers are told so long before, and once more each time that they look. */
export const NOTICE_DAYS = 30;

export const retentionFormSchema = z.object({
  keep: z.enum(['90', '180', '365', '730', 'forever']).transform((value) => ({
    keepDays: value === 'forever' ? null : Number(value),
  })),
});
