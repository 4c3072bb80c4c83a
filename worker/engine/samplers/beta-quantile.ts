const TOLERANCE = 1e-14;

/** The quantile of the symmetric beta distribution Beta(shape, shape): 0..1 to 0..1. */
export function betaQuantile(probability: number, shape: number): number {
  if (probability <= 0) return 0;
  if (probability >= 1) return 1;
  if (probability > 0.5) return 1 - betaQuantile(1 - probability, shape);
  let low = 0;
  let high = 0.5;
  while (high - low > TOLERANCE * high) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (lowerHalfProbability(middle, shape) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** P(X <= x) for x <= 1/2, by the power series of the incomplete beta function. */
function lowerHalfProbability(x: number, shape: number): number {
  return incompleteBeta(x, shape) / (2 * incompleteBeta(0.5, shape));
}

function incompleteBeta(x: number, shape: number): number {
  let coefficient = 1;
  let sum = 1 / shape;
  for (let n = 1; n < 1000; n++) {
    coefficient *= ((n - shape) / n) * x;
    const term = coefficient / (shape + n);
    sum += term;
    if (term < sum * TOLERANCE) break;
  }
  return x ** shape * sum;
}
