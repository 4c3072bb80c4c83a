import { z } from 'zod';

/** Every job that the site may ask of the worker, by name, with its payload: ids only. */
export const jobCatalog = {
  'generate-picture': z.object({ generationId: z.string().uuid() }),
  'draw-heatmaps': z.object({ pictureId: z.string().uuid() }),
  'deliver-webhook': z.object({ deliveryId: z.string().uuid() }),
  'run-render': z.object({ renderId: z.string().uuid() }),
  'clean-up': z.object({}),
  'train-concept': z.object({ conceptId: z.string().uuid() }),
} as const;

export type JobName = keyof typeof jobCatalog;
export type JobPayload<Name extends JobName> = z.infer<(typeof jobCatalog)[Name]>;

/** BullMQ serves the smallest priority first; 0 would mean "no priority". */
export const MAX_PRIORITY = 2 ** 21;
