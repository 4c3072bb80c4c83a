import type { RgbImage } from '#worker/engine/contract/request.ts';

/** The white of daylight, D65, as sRGB has it. */
const WHITE = [0.95047, 1, 1.08883] as const;
/** Where CIE Lab goes from a line to a cube root. */
const EDGE = (6 / 29) ** 3;

/** sRGB bytes as linear light, from 0 to 1 (IEC 61966-2-1). */
const LINEAR = Float64Array.from({ length: 256 }, (_, byte) => {
  const value = byte / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
});

/**
 * How different two pictures of one size look: the mean over all places of the distance in CIE Lab (CIE 1976). 0 is
 * the same picture; about 2 is what one just sees; black against white is 100.
 */
export function measureLabDifference(a: RgbImage, b: RgbImage): number {
  if (a.widthPx !== b.widthPx || a.heightPx !== b.heightPx)
    throw new Error('Pictures of different sizes have no difference place by place.');
  const pixels = a.widthPx * a.heightPx;
  let sum = 0;
  for (let at = 0; at < pixels * 3; at += 3) {
    const [l1, a1, b1] = toLab(a.data, at);
    const [l2, a2, b2] = toLab(b.data, at);
    sum += Math.hypot(l1 - l2, a1 - a2, b1 - b2);
  }
  return sum / pixels;
}

function toLab(data: Uint8Array, at: number): [number, number, number] {
  const red = LINEAR[data[at]!]!;
  const green = LINEAR[data[at + 1]!]!;
  const blue = LINEAR[data[at + 2]!]!;
  const x = curve((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / WHITE[0]);
  const y = curve((0.2126729 * red + 0.7151522 * green + 0.072175 * blue) / WHITE[1]);
  const z = curve((0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / WHITE[2]);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function curve(value: number): number {
  return value > EDGE ? Math.cbrt(value) : value / (3 * (6 / 29) ** 2) + 4 / 29;
}
