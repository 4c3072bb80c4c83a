import { z } from 'zod';
import { SIDES_PX } from './class-limits.ts';

const MOST_PICTURES = 500;
const blankAsNull = (value: unknown) => (value === '' || value === undefined ? null : value);
const checkbox = z.preprocess((value) => value === 'on', z.boolean());

/** A class's limits as the form sends them: an empty field is no limit. */
export const limitsFormSchema = z.object({
  picturesAnHour: z.preprocess(
    blankAsNull,
    z.coerce
      .number({ invalid_type_error: 'Write a number.' })
      .int('A whole number.')
      .min(1, 'At least 1.')
      .max(MOST_PICTURES, `At most ${MOST_PICTURES}.`)
      .nullable(),
  ),
  modelIds: z.array(z.string().max(64)).min(1, 'Leave at least one model.'),
  longestSidePx: z.preprocess(
    blankAsNull,
    z.coerce
      .number()
      .refine((side) => SIDES_PX.some((each) => each === side), 'Choose a size.')
      .nullable(),
  ),
  hasControls: checkbox,
  hasUploads: checkbox,
});

export type LimitsForm = z.output<typeof limitsFormSchema>;
