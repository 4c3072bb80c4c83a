/**
 * The learning rate of a step: a straight rise to `peak`, then a half cosine down to a tenth of it
 * (Loshchilov and Hutter 2017, "SGDR", without restarts).
 *
 * @param step counts from 1
 */
export function learningRateAt(
  step: number,
  { steps, warmUpSteps, peak }: { steps: number; warmUpSteps: number; peak: number },
): number {
  if (step < warmUpSteps) return (peak * step) / warmUpSteps;
  const share = Math.min((step - warmUpSteps) / Math.max(steps - warmUpSteps, 1), 1);
  return peak * (0.1 + 0.45 * (1 + Math.cos(Math.PI * share)));
}
