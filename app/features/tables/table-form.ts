import { z } from 'zod';
import { generationFormSchema } from '#app/features/generations/generation-form.ts';

/** What the rows of a table share, and what a column of the same name sets for its own row. */
export const SETTING_NAMES = [
  'negativePrompt',
  'seed',
  'steps',
  'guidance',
  'sampler',
  'size',
  'modelId',
] as const;
export type SettingName = (typeof SETTING_NAMES)[number];

const MOST_TEXT = 1_000_000;
const setting = z.string().max(4000).optional();

/** The form that makes a table. Numbers stay text until a row is planned, where a column may replace them. */
export const tableFormSchema = z.object({
  intent: z.enum(['preview', 'start']).default('preview'),
  name: z.string().trim().max(80, 'At most 80 characters.').default(''),
  data: z.string().max(MOST_TEXT, 'A table has at most 1 MB.').default(''),
  query: z.string().trim().max(4000, 'At most 4,000 characters.').default(''),
  template: z
    .string({ required_error: 'Write a prompt with slots, such as {animal}.' })
    .trim()
    .min(1, 'Write a prompt with slots, such as {animal}.')
    .max(4000, 'At most 4,000 characters.'),
  ...(Object.fromEntries(SETTING_NAMES.map((name) => [name, setting])) as Record<
    SettingName,
    typeof setting
  >),
});
export type TableForm = z.output<typeof tableFormSchema>;

/** The settings of a form that are set. */
export function readSettings(form: TableForm): TableSettings {
  return Object.fromEntries(
    SETTING_NAMES.flatMap((name) => (form[name] ? [[name, form[name]]] : [])),
  );
}

export const tableSettingsSchema = z.record(z.enum(SETTING_NAMES), z.string());
export type TableSettings = z.output<typeof tableSettingsSchema>;

/** A row's request as the studio's form would send it, checked. */
export function readRowForm(fields: Record<string, string | undefined>) {
  return generationFormSchema.safeParse({ dialect: 'classroom', ...fields });
}

export const tableActionSchema = z.object({
  intent: z.enum(['pause', 'resume', 'retry', 'replay']),
});
