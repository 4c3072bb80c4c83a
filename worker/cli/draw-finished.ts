import { SingleBar } from 'cli-progress';
import type { GenerationRequest, RgbImage } from '#worker/engine/contract/request.ts';
import type { GeneratedPicture } from '#worker/engine/contract/result.ts';
import { generateImages } from '#worker/engine/engine.ts';
import type { Model } from '#worker/engine/engine.ts';
import { resizeImage } from '#worker/engine/image/image-file.ts';
import { pictureSettings } from '#worker/engine/picture-settings.ts';
import { openGraph } from '#worker/engine/runtime/session.ts';
import { upscaleImage } from '#worker/engine/upscale/upscale-image.ts';
import { createUpscaler } from '#worker/engine/upscale/upscaler.ts';
import { markPicture } from '#worker/engine/watermark/mark-picture.ts';
import type { GenerateFlags } from './generate-flags.ts';
import type { FinishedPicture } from './write-pictures.ts';

/** Draws a request with a bar that follows its steps; enlarges and marks where the flags say so. */
export async function drawFinished(
  model: Model,
  request: GenerationRequest,
  flags: GenerateFlags,
): Promise<{ drawn: GeneratedPicture[]; finished: FinishedPicture[] }> {
  const drawn = await drawWithBar(model, request);
  const images = drawn.map(({ image }) => image);
  const large = flags.upscale ? await enlarge(images, flags.upscale, flags) : images;
  const kept = request.inpaint?.keepOutside ? request.start?.image : undefined;
  const finished = drawn.map(({ seed }, i) => ({
    image: flags.mark ? markPicture(large[i]!, kept) : large[i]!,
    settings: pictureSettings(model, request, seed),
  }));
  return { drawn, finished };
}

async function drawWithBar(model: Model, request: GenerationRequest): Promise<GeneratedPicture[]> {
  const bar = new SingleBar({ format: '{bar} step {value} of {total}' });
  bar.start(request.steps, 0);
  try {
    const { pictures } = await generateImages(model, request, {
      onStep({ step, steps }) {
        bar.setTotal(steps);
        bar.update(step);
      },
    });
    return pictures;
  } finally {
    bar.stop();
  }
}

/** Other factors than the model's own are reached by scaling what it made. */
async function enlarge(
  images: readonly RgbImage[],
  file: string,
  { device, upscaleBy }: GenerateFlags,
): Promise<RgbImage[]> {
  const graph = await openGraph(file, file, { device });
  try {
    const upscaler = await createUpscaler(graph, file);
    const large: RgbImage[] = [];
    for (const image of images) {
      const enlarged = await upscaleImage(image, upscaler);
      const times = upscaleBy ?? upscaler.scale;
      const widthPx = Math.round(image.widthPx * times);
      const heightPx = Math.round(image.heightPx * times);
      large.push(await resizeImage(enlarged, { widthPx, heightPx }, 'fill'));
    }
    return large;
  } finally {
    await graph.release();
  }
}
