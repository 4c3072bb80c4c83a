import type { RgbImage } from '#worker/engine/contract/request.ts';

/** One number a pixel, row by row, in 0..255. */
export interface Plane {
  widthPx: number;
  heightPx: number;
  data: Float32Array;
}

/** The red, green and blue of an image. */
export function takeChannels({ widthPx, heightPx, data }: RgbImage): Plane[] {
  return [0, 1, 2].map((channel) => {
    const values = new Float32Array(widthPx * heightPx);
    for (let pixel = 0; pixel < values.length; pixel++) values[pixel] = data[pixel * 3 + channel]!;
    return { widthPx, heightPx, data: values };
  });
}

/** The image of three planes, red, green and blue. */
export function joinChannels(channels: Plane[]): RgbImage {
  const { widthPx, heightPx } = channels[0]!;
  const bytes = new Uint8ClampedArray(widthPx * heightPx * 3);
  for (const [channel, { data }] of channels.entries()) {
    for (let pixel = 0; pixel < data.length; pixel++) bytes[pixel * 3 + channel] = data[pixel]!;
  }
  return { widthPx, heightPx, data: new Uint8Array(bytes.buffer) };
}

/** A grey image of a plane. */
export function toGreyImage(plane: Plane): RgbImage {
  return joinChannels([plane, plane, plane]);
}

/** Blurs with a Gaussian of `sigmaPx`; the border is mirrored without repeating its pixels. */
export function blurPlane(plane: Plane, sigmaPx: number): Plane {
  const kernel = buildGaussian(sigmaPx);
  return blurAlong(blurAlong(plane, kernel, 'x'), kernel, 'y');
}

function buildGaussian(sigmaPx: number): Float64Array {
  const radius = Math.max(1, Math.ceil(sigmaPx * 4));
  const weights = Float64Array.from({ length: radius * 2 + 1 }, (_, index) =>
    Math.exp(-((index - radius) ** 2) / (2 * sigmaPx ** 2)),
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

function blurAlong(plane: Plane, kernel: Float64Array, axis: 'x' | 'y'): Plane {
  const { widthPx, heightPx, data } = plane;
  const [length, stride] = axis === 'x' ? [widthPx, 1] : [heightPx, widthPx];
  const [lines, lineStride] = axis === 'x' ? [heightPx, widthPx] : [widthPx, 1];
  const radius = (kernel.length - 1) / 2;
  const offsets = Int32Array.from(
    { length: length + 2 * radius },
    (_, index) => mirror(index - radius, length) * stride,
  );
  const blurred = new Float32Array(data.length);
  for (let line = 0; line < lines; line++) {
    for (let at = 0; at < length; at++) {
      let sum = 0;
      for (let tap = 0; tap < kernel.length; tap++) {
        sum += kernel[tap]! * data[line * lineStride + offsets[at + tap]!]!;
      }
      blurred[line * lineStride + at * stride] = sum;
    }
  }
  return { widthPx, heightPx, data: blurred };
}

/** The index that lies at `at` when a line is mirrored at its first and last pixel. */
function mirror(at: number, length: number): number {
  if (at >= 0 && at < length) return at;
  if (length === 1) return 0;
  const period = 2 * (length - 1);
  const inPeriod = ((at % period) + period) % period;
  return inPeriod < length ? inPeriod : period - inPeriod;
}
