import sharp from 'sharp';
import type { RgbImage } from '#worker/engine/contract/request.ts';

/** What a school's chat or document does to a picture. */
export const ATTACKS = [
  { name: 'as it is', scale: 1, quality: undefined },
  { name: 'JPEG q75', scale: 1, quality: 75 },
  { name: 'half size', scale: 0.5, quality: undefined },
  { name: 'half size, JPEG q75', scale: 0.5, quality: 75 },
] as const;

/** Scales a picture (bicubic), packs it as JPEG, and reads it again. */
export async function attackPicture(
  { widthPx, heightPx, data }: RgbImage,
  { scale, quality }: { scale: number; quality: number | undefined },
): Promise<RgbImage> {
  const size = { widthPx: Math.round(widthPx * scale), heightPx: Math.round(heightPx * scale) };
  const source = sharp(data, { raw: { width: widthPx, height: heightPx, channels: 3 } });
  const scaled = source.resize(size.widthPx, size.heightPx, { kernel: 'cubic', fit: 'fill' });
  const read = quality ? sharp(await scaled.jpeg({ quality }).toBuffer()) : scaled;
  return { ...size, data: new Uint8Array(await read.removeAlpha().raw().toBuffer()) };
}

/** How alike two pictures are: peak signal to noise, in dB. */
export function measurePsnr(a: RgbImage, b: RgbImage): number {
  const squares = a.data.reduce((sum, value, i) => sum + (value - b.data[i]!) ** 2, 0);
  return 10 * Math.log10((255 ** 2 * a.data.length) / squares);
}
