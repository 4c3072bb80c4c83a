import { z } from 'zod';

export const webhookFormSchema = z.object({
  intent: z.literal('create'),
  url: z
    .string({ required_error: 'Write the address of your program.' })
    .trim()
    .url('This is no address. It looks like https://example.org/pictures.')
    .max(500, 'At most 500 characters.'),
});

export const removeWebhookFormSchema = z.object({
  intent: z.literal('remove'),
  webhookId: z.string().uuid(),
});
