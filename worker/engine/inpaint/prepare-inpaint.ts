import type { GenerationRequest, MaskImage, RgbImage } from '../contract/request.ts';
import { cropImage, resizeImage, resizeMask } from '../image/image-file.ts';
import { fillMasked } from './fill-masked.ts';
import { maskRegion } from './mask-region.ts';
import { pasteInside } from './paste-inside.ts';

/** What is painted, and how a painted picture goes back to where it came from. */
export interface PreparedInpaint {
  image: RgbImage;
  mask: MaskImage;
  finish(painted: RgbImage): Promise<RgbImage>;
}

/**
 * Brings picture and mask to the size that is painted: all of the picture, or the part around the
 * mask.
 *
 * @throws EngineError `bad-request` naming `mask` or `start`.
 */
export async function prepareInpaint(
  request: GenerationRequest & Required<Pick<GenerationRequest, 'start' | 'inpaint'>>,
): Promise<PreparedInpaint> {
  const { start, inpaint, widthPx, heightPx } = request;
  const { image } = start;
  const { mask, area, paddingPx, content, blurPx, keepOutside } = inpaint;
  const size = { widthPx, heightPx };
  const region =
    area === 'masked'
      ? maskRegion(mask, paddingPx, size)
      : { left: 0, top: 0, widthPx: image.widthPx, heightPx: image.heightPx };
  const source = content === 'fill' ? fillMasked(image, mask) : image;
  return {
    // Stretched, so that what is painted goes back to where it came from.
    image: await resizeImage(cropImage(source, region), size, 'fill'),
    mask: await resizeMask(cropImage(mask, region), size),
    async finish(painted) {
      if (!keepOutside) return painted;
      const fitted = await resizeImage(painted, region, 'fill');
      return pasteInside(image, fitted, region, mask, blurPx);
    },
  };
}
