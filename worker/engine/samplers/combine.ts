type Term = readonly [factor: number, values: Float32Array];

/** Writes the weighted sum of equally long arrays into `out`, which may be one of them. */
export function combine(out: Float32Array, first: Term, ...rest: Term[]): void {
  const [a, x] = first;
  if (rest.length === 1) {
    const [b, y] = rest[0]!;
    for (let i = 0; i < out.length; i++) out[i] = a * x[i]! + b * y[i]!;
    return;
  }
  for (let i = 0; i < out.length; i++) {
    let sum = a * x[i]!;
    for (const [factor, values] of rest) sum += factor * values[i]!;
    out[i] = sum;
  }
}
