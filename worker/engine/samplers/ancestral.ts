/** Splits a step from one sigma to the next into a way down and fresh noise (k-diffusion). */
export function ancestralSplit(from: number, to: number): { down: number; up: number } {
  const up = Math.sqrt((to ** 2 * (from ** 2 - to ** 2)) / from ** 2);
  return { down: Math.sqrt(to ** 2 - up ** 2), up };
}
