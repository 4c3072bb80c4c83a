import type { Picture } from './verdict.ts';

/** What a broken run leaves in the place of a picture. */
export type Flaw = 'blank' | 'noise' | 'saturated';

/** With fewer steps a picture may well be empty or glaring: that is what a lesson about steps shows. */
const FEWEST_STEPS = 3;
/** Distilled models leave a picture after any number of its steps. */
const CONSISTENT = 'lcm';

/** The name that stands in its verdicts; other bounds are another number. */
export const FLAW_GATE = 'flaws@1';

/** Levels by which a channel strays from its mean; a wall in one colour still has a grain of 3 and more. */
const BLANK_SPREAD = 2;
/** Share of values at either end of their range; a burnt picture of guidance 10 in 4 steps reaches 0.8 and is one. */
const SATURATED_SHARE = 0.98;
/** Neighbours of pure noise differ by twice its variance, those of a drawing by a small part of it. */
const NOISE_RATIO = 0.7;

/** Whether a run is to leave a whole picture, so that a broken one is a fault. */
export function isToBeWhole(run: { mode: string; steps: number; sampler: string }): boolean {
  const { mode, steps, sampler } = run;
  return mode !== 'upload' && (steps >= FEWEST_STEPS || sampler === CONSISTENT);
}

/**
 * Says how a drawn picture is broken: it has one colour (a run that led to NaN is black), is noise from pixel to
 * pixel, or has nothing but full and empty values. Null where it is a picture. Not for uploads: a mask or a line
 * drawing may be any of these.
 */
export function findFlaw({ widthPx, data }: Picture): Flaw | null {
  const channels = [0, 1, 2].map((channel) => measureChannel(data, channel, widthPx));
  if (channels.every(({ variance }) => variance < BLANK_SPREAD ** 2)) return 'blank';
  const ends = data.reduce((count, value) => count + Number(value <= 1 || value >= 254), 0);
  if (ends / data.length >= SATURATED_SHARE) return 'saturated';
  const isNoise = channels.every(({ variance, step }) => step >= NOISE_RATIO * 2 * variance);
  return isNoise ? 'noise' : null;
}

/** A channel's variance, and the mean squared step from each pixel to its right neighbour. */
function measureChannel(data: Uint8Array, channel: number, widthPx: number) {
  let sum = 0;
  let squares = 0;
  let steps = 0;
  for (let place = channel; place < data.length; place += 3) {
    const value = data[place]!;
    sum += value;
    squares += value * value;
    const isFirst = place % (widthPx * 3) < 3;
    if (!isFirst) steps += (value - data[place - 3]!) ** 2;
  }
  const pixels = data.length / 3;
  return { variance: squares / pixels - (sum / pixels) ** 2, step: steps / pixels };
}
