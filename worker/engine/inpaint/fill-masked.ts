import type { MaskImage, RgbImage } from '../contract/request.ts';

/** One level of the pyramid: colours and how much of each pixel is known. */
interface Level {
  width: number;
  height: number;
  colours: Float32Array;
  known: Float32Array;
}

/**
 * Fills what the mask covers with the colours around it: known pixels are averaged down a pyramid
 * until every pixel has a colour, and each level fills the gaps of the finer one ("push-pull",
 * Gortler et al. 1996). Pixels outside the mask keep their bytes.
 */
export function fillMasked(image: RgbImage, mask: MaskImage): RgbImage {
  const base: Level = {
    width: image.widthPx,
    height: image.heightPx,
    colours: Float32Array.from(image.data),
    known: Float32Array.from(mask.data, (value) => (value >= 128 ? 0 : 1)),
  };
  const filled = fillLevel(base);
  const data = image.data.map((byte, i) =>
    mask.data[Math.floor(i / 3)]! >= 128 ? Math.round(filled[i]!) : byte,
  );
  return { ...image, data };
}

function fillLevel(level: Level): Float32Array {
  const { width, height, colours, known } = level;
  if (known.every((share) => share > 0) || (width === 1 && height === 1)) return colours;
  const coarse = halve(level);
  const below = fillLevel(coarse);
  return colours.map((colour, i) => {
    const pixel = Math.floor(i / 3);
    if (known[pixel]! > 0) return colour;
    const x = Math.floor((pixel % width) / 2);
    const y = Math.floor(Math.floor(pixel / width) / 2);
    return below[(y * coarse.width + x) * 3 + (i % 3)]!;
  });
}

function halve({ width, height, colours, known }: Level): Level {
  const small = { width: Math.ceil(width / 2), height: Math.ceil(height / 2) };
  const sums = new Float32Array(small.width * small.height * 3);
  const weights = new Float32Array(small.width * small.height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = y * width + x;
      const to = (y >> 1) * small.width + (x >> 1);
      weights[to] = weights[to]! + known[from]!;
      for (let c = 0; c < 3; c++) {
        sums[to * 3 + c] = sums[to * 3 + c]! + known[from]! * colours[from * 3 + c]!;
      }
    }
  }
  const means = sums.map((sum, i) => sum / Math.max(weights[Math.floor(i / 3)]!, 1e-9));
  return { ...small, colours: means, known: weights.map((weight) => (weight > 0 ? 1 : 0)) };
}
