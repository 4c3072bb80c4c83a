import { z } from 'zod';

/** Six times the longest lesson that comes with Easel. */
export const MOST_CHARACTERS = 60_000;

const draft = {
  draftRevision: z.coerce.number().int().min(0),
  // A form sends line ends as CR LF, and a lesson's lines are counted.
  text: z
    .string({ required_error: 'The lesson is empty.' })
    .transform((text) => text.replaceAll('\r\n', '\n'))
    .pipe(z.string().max(MOST_CHARACTERS, 'This lesson is too long: at most 60,000 characters.')),
};
const classId = z.string().uuid();

/** What the page of a teacher's lesson sends. */
export const copyFormSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('save'), ...draft }),
  z.object({ intent: z.literal('publish'), ...draft }),
  z.object({ intent: z.literal('give'), classId }),
  z.object({ intent: z.literal('take'), classId }),
  z.object({ intent: z.literal('remove') }),
]);
export type CopyForm = z.output<typeof copyFormSchema>;
export type DraftForm = Extract<CopyForm, { intent: 'save' | 'publish' }>;

/** Which lesson to copy. */
export const newCopyFormSchema = z.object({
  slug: z.string({ required_error: 'Choose a lesson to begin with.' }).min(1).max(100),
});
