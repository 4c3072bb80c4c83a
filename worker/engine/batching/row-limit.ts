/**
 * Batching pays while a row is small: measured on two cores, rows of 16 by 16 latents cost 0.6 of
 * a lone one in calls of 8 to 16, and no less in larger calls; rows of 32 by 32 gain a tenth.
 */
const MOST_ROWS = 16;
/** Latents along the plane of all rows of one call: what attention needs grows faster than this. */
const MOST_LATENTS = 8192;

/** How many rows one UNet call takes, for latents of a height and width; at least one. */
export function rowLimit(height: number, width: number): number {
  return Math.min(Math.max(Math.floor(MOST_LATENTS / (height * width)), 1), MOST_ROWS);
}
