import { z } from 'zod';

export const WORK_STATES = {
  all: 'Everything',
  'needs-a-look': 'Needs a look',
  finished: 'Finished',
  held: 'Held',
  blocked: 'Blocked',
  failed: 'Failed',
} as const;

const states = Object.keys(WORK_STATES) as [keyof typeof WORK_STATES];

/** The filters of a class page, from its address; what is wrong there counts as not set. */
export const classWorkFilterSchema = z.object({
  state: z.enum(states).catch('all'),
  student: z.string().uuid().optional().catch(undefined),
});

export type ClassWorkFilter = z.output<typeof classWorkFilterSchema>;
