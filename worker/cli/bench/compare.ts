/** The middle one of some figures. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}

/** Two ways of doing a thing: their median times, and the median of each round's ratio. */
export interface Comparison {
  overMs: number;
  underMs: number;
  ratio: number;
}

/**
 * Times two ways of doing a thing in turns, so that whatever else the machine does meets both
 * alike. Each gives its time in milliseconds; a first round warms up and does not count.
 */
export async function compare(
  rounds: number,
  over: () => Promise<number>,
  under: () => Promise<number>,
): Promise<Comparison> {
  const overMs: number[] = [];
  const underMs: number[] = [];
  for (let round = -1; round < rounds; round++) {
    const one = await over();
    const other = await under();
    if (round < 0) continue;
    overMs.push(one);
    underMs.push(other);
  }
  return {
    overMs: median(overMs),
    underMs: median(underMs),
    ratio: median(overMs.map((ms, round) => ms / underMs[round]!)),
  };
}

/** How many milliseconds some work takes. */
export async function timeMs(work: () => Promise<unknown>): Promise<number> {
  const startMs = performance.now();
  await work();
  return performance.now() - startMs;
}
