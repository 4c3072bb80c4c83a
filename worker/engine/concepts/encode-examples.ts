import { cropImage, resizeImage } from '../image/image-file.ts';
import type { RgbImage } from '../contract/request.ts';
import type { Model } from '../runtime/model.ts';
import { encodeImages, toPlanes } from '../stages/encode-image.ts';
import { BatchNoise } from '../stages/prepare-latents.ts';
import type { LatentShape } from '../stages/prepare-latents.ts';
import { drawsAt } from './draws.ts';
import type { Draws } from './draws.ts';

/** How often a picture is seen from elsewhere: half of the views are mirrored. */
const VIEWS = 8;
/** The smallest part of a picture that a view shows, along each side. */
const SMALLEST_VIEW = 0.85;
/** Apart from every step's place, which counts from 0. */
const PLACE = 2 ** 30;

/**
 * The latents of each picture in several views: cut a little differently, and mirrored. The first
 * view is the picture as it is.
 *
 * @returns of each picture, its views: [channels, height, width] each
 */
export async function encodeExamples(
  model: Model,
  images: readonly RgbImage[],
  seed: number,
  [, channels, height, width]: readonly [number, number, number, number],
): Promise<Float32Array[][]> {
  const shape = { pictures: 1, channels, height, width };
  const size = { widthPx: width * model.latentScale, heightPx: height * model.latentScale };
  const encoded: Float32Array[][] = [];
  for (const [i, image] of images.entries()) {
    const draws = drawsAt(seed, PLACE + i);
    const views: Float32Array[] = [];
    for (let view = 0; view < VIEWS; view++) {
      const cut = view === 0 ? image : cutView(image, draws);
      const sized = await resizeImage(cut, size);
      views.push(await encode(model, view % 2 ? mirrored(sized) : sized, draws, shape));
    }
    encoded.push(views);
  }
  return encoded;
}

function encode(
  model: Model,
  image: RgbImage,
  draws: Draws,
  shape: LatentShape,
): Promise<Float32Array> {
  const noise = new BatchNoise('philox', [BigInt(draws.below(2 ** 31))], shape);
  const context = { clock: { sessionMs: 0 }, onStep: undefined, signal: undefined };
  return encodeImages(model, [toPlanes(image, -1)], noise, shape, context);
}

function cutView(image: RgbImage, draws: Draws): RgbImage {
  const part = SMALLEST_VIEW + (1 - SMALLEST_VIEW) * draws.uniform();
  const side = Math.max(1, Math.floor(Math.min(image.widthPx, image.heightPx) * part));
  const left = draws.below(image.widthPx - side + 1);
  const top = draws.below(image.heightPx - side + 1);
  return cropImage(image, { left, top, widthPx: side, heightPx: side });
}

function mirrored({ widthPx, heightPx, data }: RgbImage): RgbImage {
  const turned = new Uint8Array(data.length);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const from = (y * widthPx + x) * 3;
      turned.set(data.subarray(from, from + 3), (y * widthPx + widthPx - 1 - x) * 3);
    }
  }
  return { widthPx, heightPx, data: turned };
}
