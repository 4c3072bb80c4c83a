import { z } from 'zod';

/** How often, as the form offers it. */
export const OFTEN = {
  call: 'Only when a program calls',
  hour: 'Every hour',
  day: 'Every day',
  weekday: 'Monday to Friday',
  week: 'Every Monday',
  cron: 'Another rhythm (cron)',
} as const;

const CRON = /^(\S+ ){4}\S+$/;

export const renderFormSchema = z
  .object({
    intent: z.literal('create'),
    name: z
      .string({ required_error: 'Give it a name.' })
      .trim()
      .min(1, 'Give it a name.')
      .max(80, 'At most 80 characters.'),
    template: z.string().trim().max(4000, 'At most 4,000 characters.').default(''),
    tableId: z.string().uuid().optional(),
    often: z.enum(['call', 'hour', 'day', 'weekday', 'week', 'cron']).default('day'),
    time: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time looks like 08:30.')
      .default('08:00'),
    cron: z.string().trim().default(''),
    timeZone: z
      .string()
      .default('UTC')
      .refine(isTimeZone, 'There is no such time zone. One looks like Europe/Berlin.'),
    maxPerDay: z.coerce.number().int().min(1, 'At least 1.').max(200, 'At most 200.').default(24),
  })
  .superRefine(({ often, cron, template, tableId }, context) => {
    const refuse = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    if (often === 'cron' && !CRON.test(cron))
      refuse('cron', 'Write five parts: minute, hour, day, month, weekday. Such as 30 8 * * 1-5.');
    if (!template && !tableId) refuse('template', 'Write a prompt, or choose a table.');
    if (template && tableId) refuse('tableId', 'Choose a prompt or a table, not both.');
  });
export type RenderForm = z.output<typeof renderFormSchema>;

/** The form's rhythm as cron; null where no clock runs it. */
export function readCron({ often, time, cron }: RenderForm): string | null {
  const [hour = 8, minute = 0] = time.split(':').map(Number);
  const at = `${minute} ${hour} * *`;
  const crons = {
    call: null,
    hour: '0 * * * *',
    day: `${at} *`,
    weekday: `${at} 1-5`,
    week: `${at} 1`,
    cron,
  };
  return crons[often];
}

export const renderActionSchema = z.object({
  intent: z.enum(['pause', 'resume', 'remove', 'run']),
  renderId: z.string().uuid(),
});

function isTimeZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}
