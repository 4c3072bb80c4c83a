import { z } from 'zod';

/** How much of the studio somebody sees: it grows with them, and they say when. */
export const STUDIO_VIEWS = ['words', 'weights', 'everything'] as const;
export const studioViewSchema = z.enum(STUDIO_VIEWS);
export type StudioView = z.infer<typeof studioViewSchema>;

export const VIEW_NAMES: Record<StudioView, string> = {
  words: 'Words',
  weights: 'Seed and weights',
  everything: 'Everything',
};
