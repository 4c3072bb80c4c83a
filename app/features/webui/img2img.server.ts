import { readBatchParts } from '#app/features/api/read-batch-parts.server.ts';
import type { ApiViewer } from '#app/features/api-tokens/find-api-viewer.server.ts';
import { drawForWebui } from './draw-for-webui.server.ts';
import { findWebuiModel } from './find-webui-model.server.ts';
import { readWebuiMask } from './read-webui-mask.server.ts';
import { readWebuiRequest } from './read-webui-request.server.ts';
import { takePicture } from './take-picture.server.ts';
import { printWebuiReply } from './txt2img.server.ts';
import type { Img2imgBody } from './webui-body.ts';

const USUAL_STRENGTH = 0.75;

/**
 * Draws from a picture, or within a mask, as WebUI's `img2img` answers. The picture is looked at first, as any
 * upload is. Throws the UserErrors of taking it, of asking and of drawing.
 */
export async function img2img(
  body: Img2imgBody,
  { viewer, signal }: { viewer: ApiViewer; signal: AbortSignal },
) {
  const model = await findWebuiModel(viewer, body.override_settings?.sd_model_checkpoint);
  const asked = readWebuiRequest({ ...body, enable_hr: false }, model);
  const size = { widthPx: asked.widthPx!, heightPx: asked.heightPx! };
  const inputs = {
    strength: body.denoising_strength ?? USUAL_STRENGTH,
    ...(await readWebuiMask(body, size)),
  };
  // What is wrong with the request is said before a picture is taken.
  await readBatchParts([{ ...asked, ...inputs }]);
  const start = await takePicture(body.init_images[0]!, { viewer, signal });
  const [part] = await readBatchParts([{ ...asked, ...inputs, startPictureId: start.id }]);
  const pictures = await drawForWebui({ viewer, part: part!, body: { start: start.id }, signal });
  // What was sent is not sent back.
  return printWebuiReply({ ...body, init_images: undefined, mask: undefined }, pictures);
}
