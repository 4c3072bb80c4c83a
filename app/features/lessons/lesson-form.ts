import { z } from 'zod';

const step = z.string().min(1);
const choice = z.coerce.number({ invalid_type_error: 'Choose one.' }).int().min(0, 'Choose one.');
const pictureIds = z
  .string({ required_error: 'Choose one.' })
  .transform((text) => text.split(','))
  .pipe(z.array(z.string().uuid()).min(1).max(32));
const longText = z.string().trim().max(2000, 'At most 2,000 characters.').default('');

/** What the pages of a lesson send, one shape for each kind of step. */
export const lessonFormSchema = z.discriminatedUnion('intent', [
  /** Goes on with the newer version of a teacher's lesson. */
  z.object({ intent: z.literal('follow') }),
  z.object({ intent: z.literal('read'), step }),
  z.object({
    intent: z.literal('predict'),
    step,
    choice: z.preprocess((value) => value ?? NaN, choice),
    reason: longText,
  }),
  z.object({
    intent: z.literal('draw'),
    step,
    /** How often Generate was pressed before; the same number twice is a form that was sent again. */
    attempt: z.coerce.number().int().min(0),
    prompt: z.string().optional(),
    negativePrompt: z.string().optional(),
    seed: z.string().optional(),
    steps: z.string().optional(),
    guidance: z.string().optional(),
    sampler: z.string().optional(),
    strength: z.string().optional(),
    mask: z.string().optional(),
    control: z.string().optional(),
    startPictureId: z.string().optional(),
    /** A table as it is typed, or copied from a spreadsheet. */
    table: z.string().max(8000, 'This table is too long.').optional(),
  }),
  z.object({ intent: z.literal('generate'), step }),
  z.object({ intent: z.literal('compare'), step, left: pictureIds, right: pictureIds }),
  z.object({
    intent: z.literal('explain'),
    step,
    claim: longText,
    pictures: z.array(z.string().uuid()).max(32).default([]),
  }),
  z.object({
    intent: z.literal('check'),
    step,
    choice: z.preprocess((value) => value ?? NaN, choice),
  }),
  z.object({
    intent: z.literal('tally'),
    step,
    tallies: z
      .array(z.object({ id: z.string().uuid(), choice: choice.optional() }))
      .max(99)
      .default([]),
  }),
]);

export type LessonForm = z.output<typeof lessonFormSchema>;
/** What answers a step. */
export type AnswerForm = Exclude<LessonForm, { intent: 'draw' | 'follow' }>;
export type FormOf<Intent extends LessonForm['intent']> = Extract<LessonForm, { intent: Intent }>;

/** What the server keeps as evidence of a step. */
export type Evidence =
  | { kind: 'read' }
  | { kind: 'predict'; choice: number; reason: string }
  | { kind: 'generate'; generationIds: string[]; found?: string }
  | { kind: 'compare'; left: string[]; right: string[]; changed: string; sharedSeeds: string[] }
  | { kind: 'explain'; claim: string; generationIds: string[] }
  | { kind: 'check'; choice: number }
  | { kind: 'tally'; choices: Record<string, number>; counts: number[] };
