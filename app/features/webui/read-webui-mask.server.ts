import { readUpload } from '#app/features/pictures/read-upload.server.ts';
import { encodePng, resizeImage } from '#worker/engine/image/image-file.ts';
import { readBase64Picture } from './take-picture.server.ts';
import type { Img2imgBody } from './webui-body.ts';

/** WebUI's numbers for what lies under a mask. */
const CONTENTS = ['fill', 'original', 'noise', 'nothing'] as const;

/** A client's mask as the studio sends one: a PNG of the picture's size, white where it is painted anew. */
export async function readWebuiMask(
  body: Img2imgBody,
  size: { widthPx: number; heightPx: number },
) {
  if (!body.mask) return {};
  const drawn = await readUpload(new Uint8Array(readBase64Picture(body.mask)), 'mask');
  const image = await resizeImage(drawn, size, 'fill');
  const data = body.inpainting_mask_invert ? image.data.map((value) => 255 - value) : image.data;
  const png = await encodePng({ ...image, data });
  return {
    mask: `data:image/png;base64,${png.toString('base64')}`,
    maskBlurPx: body.mask_blur ?? 4,
    maskContent: CONTENTS[body.inpainting_fill ?? 1]!,
    maskArea:
      body.inpaint_full_res === false || body.inpaint_full_res === 0
        ? ('whole' as const)
        : ('masked' as const),
    maskPaddingPx: body.inpaint_full_res_padding ?? 32,
  };
}
