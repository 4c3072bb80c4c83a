import { z } from 'zod';
import { nameSchema } from './concept-form.ts';

/** Larger than any word or style for a model of a school's computer. */
export const MOST_FILE_BYTES = 64 * 1024 * 1024;

const MEGABYTES = MOST_FILE_BYTES / 1024 / 1024;

/** A word or style that was taught elsewhere. */
export const importFormSchema = z.object({
  name: nameSchema,
  modelId: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]{0,63}$/i, 'No such model.')
    .default('starter'),
  file: z
    .instanceof(File, { message: 'Choose a file first.' })
    .refine(({ size }) => size > 0, 'Choose a file first.')
    .refine(({ size }) => size <= MOST_FILE_BYTES, `A file may have ${MEGABYTES} MB.`),
});
export type ImportForm = z.output<typeof importFormSchema>;
