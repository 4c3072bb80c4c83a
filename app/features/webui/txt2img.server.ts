import { readBatchParts } from '#app/features/api/read-batch-parts.server.ts';
import type { ApiViewer } from '#app/features/api-tokens/find-api-viewer.server.ts';
import { drawForWebui } from './draw-for-webui.server.ts';
import type { DrawnPicture } from './draw-for-webui.server.ts';
import { findWebuiModel } from './find-webui-model.server.ts';
import { readWebuiRequest } from './read-webui-request.server.ts';
import type { Txt2imgBody } from './webui-body.ts';

/** Draws from words, as WebUI's `txt2img` answers. Throws the UserErrors of asking and drawing. */
export async function txt2img(
  body: Txt2imgBody,
  { viewer, signal }: { viewer: ApiViewer; signal: AbortSignal },
) {
  const model = await findWebuiModel(viewer, body.override_settings?.sd_model_checkpoint);
  const [part] = await readBatchParts([readWebuiRequest(body, model)]);
  const pictures = await drawForWebui({ viewer, part: part!, body, signal });
  return printWebuiReply(body, pictures);
}

/** WebUI's answer: the pictures in base64, and what they were made with as JSON within JSON. */
export function printWebuiReply(
  body: Txt2imgBody & { init_images?: undefined; mask?: undefined },
  pictures: DrawnPicture[],
) {
  const seeds = pictures.map(({ seed }) => seed);
  const info = {
    prompt: body.prompt,
    all_prompts: pictures.map(() => body.prompt),
    negative_prompt: body.negative_prompt ?? '',
    seed: seeds[0],
    all_seeds: seeds,
    subseed: seeds[0],
    all_subseeds: seeds,
    width: body.width,
    height: body.height,
    sampler_name: body.sampler_name ?? body.sampler_index,
    cfg_scale: body.cfg_scale,
    steps: body.steps,
    batch_size: body.batch_size ?? 1,
    index_of_first_image: 0,
    infotexts: pictures.map(({ infotext }) => infotext),
  };
  return {
    images: body.send_images === false ? [] : pictures.map(({ base64 }) => base64),
    parameters: body,
    info: JSON.stringify(info),
  };
}
