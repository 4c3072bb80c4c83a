import type { RgbImage } from '#worker/engine/contract/request.ts';
import { encodePng, encodeThumbnail } from '#worker/engine/image/image-file.ts';
import { writePngTexts } from '#worker/engine/metadata/png-text.ts';
import { XMP_KEY, formatAiXmp } from '#worker/engine/metadata/xmp.ts';
import { THUMBNAIL_SIDE_PX } from './messages.ts';

/** A finished picture as files: a PNG with these texts that says it was made by AI, and a thumbnail. */
export async function packPicture(image: RgbImage, texts: Record<string, string>) {
  const [png, thumbnail] = await Promise.all([
    encodePng(image),
    encodeThumbnail(image, THUMBNAIL_SIDE_PX),
  ]);
  return { image, png: writePngTexts(png, { ...texts, [XMP_KEY]: formatAiXmp() }), thumbnail };
}
