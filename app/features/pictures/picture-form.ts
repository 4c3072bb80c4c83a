import { z } from 'zod';
import { flagFormSchema } from '#app/features/moderation/decision-form.ts';

/** What a picture's page sends: one of several things to do with the picture. */
export const pictureFormSchema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('alt'),
    alt: z
      .string({ required_error: 'Say in a few words what the picture shows.' })
      .trim()
      .min(1, 'Say in a few words what the picture shows.')
      .max(500, 'At most 500 characters.'),
  }),
  flagFormSchema.extend({ intent: z.literal('flag') }),
  z.object({ intent: z.literal('remove') }),
  z.object({ intent: z.literal('hang') }),
  z.object({ intent: z.literal('take-down') }),
  z.object({ intent: z.literal('enlarge'), scale: z.enum(['2', '4']) }),
]);

export type PictureForm = z.output<typeof pictureFormSchema>;
