import sharp from 'sharp';
import type { Sharp } from 'sharp';
import type { MaskImage, RgbImage } from '../contract/request.ts';
import { MOST_PIXELS, checkPictureFile, damagedPicture } from './check-picture-file.ts';

/** Packs an image as PNG. */
export function encodePng({ widthPx, heightPx, data }: RgbImage): Promise<Buffer> {
  return sharp(data, { raw: { width: widthPx, height: heightPx, channels: 3 } })
    .png()
    .toBuffer();
}

/** Packs an image as WebP no larger than `maxSidePx` along each side; it is never enlarged. */
export function encodeThumbnail(
  { widthPx, heightPx, data }: RgbImage,
  maxSidePx: number,
): Promise<Buffer> {
  return sharp(data, { raw: { width: widthPx, height: heightPx, channels: 3 } })
    .resize(maxSidePx, maxSidePx, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 82 })
    .toBuffer();
}

/**
 * Reads a PNG, JPEG or WebP file as RGB of 8 bits, turned upright, on white where it is transparent; CMYK
 * and 16-bit pictures are converted, and what else the file carries is left behind.
 *
 * @param field the part of the request that the file belongs to, for the error
 * @throws EngineError `bad-request` where it is no still picture of these, damaged, or over 16 megapixels
 */
export async function decodeImage(file: Buffer, field: string): Promise<RgbImage> {
  await checkPictureFile(file, field);
  const source = sharp(file, { limitInputPixels: MOST_PIXELS, failOn: 'error' }).autoOrient();
  try {
    return await readPixels(source.flatten({ background: '#ffffff' }).toColourspace('srgb'));
  } catch (cause) {
    throw damagedPicture(field, cause);
  }
}

/** Reads a picture file as a mask: white is painted anew, black stays. */
export async function decodeMask(file: Buffer, field: string): Promise<MaskImage> {
  const { widthPx, heightPx, data } = await decodeImage(file, field);
  return { widthPx, heightPx, data: data.filter((_, i) => i % 3 === 0) };
}

/**
 * Scales an image to a size. Where the shape differs its edges are cut off (`cover`) or it is
 * stretched (`fill`).
 */
export async function resizeImage(
  { widthPx, heightPx, data }: RgbImage,
  size: { widthPx: number; heightPx: number },
  fit: 'cover' | 'fill' = 'cover',
): Promise<RgbImage> {
  if (widthPx === size.widthPx && heightPx === size.heightPx) return { widthPx, heightPx, data };
  const source = sharp(data, { raw: { width: widthPx, height: heightPx, channels: 3 } });
  return readPixels(source.resize(size.widthPx, size.heightPx, { kernel: 'lanczos3', fit }));
}

async function readPixels(pipeline: Sharp): Promise<RgbImage> {
  const { data, info } = await pipeline.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return {
    widthPx: info.width,
    heightPx: info.height,
    data: new Uint8Array(data.buffer, data.byteOffset, data.length),
  };
}

/** Stretches a mask to a size: pixels stay black or white. */
export async function resizeMask(
  mask: MaskImage,
  size: { widthPx: number; heightPx: number },
): Promise<MaskImage> {
  if (mask.widthPx === size.widthPx && mask.heightPx === size.heightPx) return mask;
  const source = sharp(mask.data, {
    raw: { width: mask.widthPx, height: mask.heightPx, channels: 1 },
  });
  const data = await source
    .resize(size.widthPx, size.heightPx, { kernel: 'nearest', fit: 'fill' })
    .extractChannel(0)
    .raw()
    .toBuffer();
  return { ...size, data: new Uint8Array(data) };
}

/** A part of a picture or a mask. */
export function cropImage<T extends RgbImage | MaskImage>(
  image: T,
  region: { left: number; top: number; widthPx: number; heightPx: number },
): T {
  const channels = image.data.length / (image.widthPx * image.heightPx);
  const data = new Uint8Array(region.widthPx * region.heightPx * channels);
  for (let y = 0; y < region.heightPx; y++) {
    const from = ((region.top + y) * image.widthPx + region.left) * channels;
    const row = image.data.subarray(from, from + region.widthPx * channels);
    data.set(row, y * region.widthPx * channels);
  }
  return { ...image, widthPx: region.widthPx, heightPx: region.heightPx, data };
}
