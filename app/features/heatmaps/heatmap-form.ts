import { z } from 'zod';
import { MOST_COMPARED } from '#app/features/comparisons/compare-search.ts';

/** The pictures whose heatmaps are asked for: one, or those that are compared. */
export const heatmapPicturesSchema = z.array(z.string().uuid()).min(1).max(MOST_COMPARED);

/** The number of a word in the prompt, from 0. */
export const wordIndexSchema = z.coerce.number().int().min(0).max(1_000);
