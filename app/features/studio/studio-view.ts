import { z } from 'zod';
import type { Draft } from './draft.ts';

/** How much of the studio somebody sees: it grows with them, and they say when. */
export const STUDIO_VIEWS = ['words', 'weights', 'everything'] as const;
export const studioViewSchema = z.enum(STUDIO_VIEWS);
export type StudioView = z.infer<typeof studioViewSchema>;

export const VIEW_NAMES: Record<StudioView, string> = {
  words: 'Words',
  weights: 'Seed and weights',
  everything: 'Everything',
};

/** The simplest view that shows what a draft begins from, its seed and what it shall not show. */
export function viewOf({ startPictureId, mask, control, seed, negativePrompt }: Draft): StudioView {
  if (startPictureId !== '' || mask !== '' || control !== '') return 'everything';
  return seed !== '' || negativePrompt !== '' ? 'weights' : 'words';
}

/** The one of two views that shows more. */
export function largerView(one: StudioView, other: StudioView): StudioView {
  return STUDIO_VIEWS.indexOf(one) < STUDIO_VIEWS.indexOf(other) ? other : one;
}
