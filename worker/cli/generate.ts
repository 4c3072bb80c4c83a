import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import type { GenerationRequest, RgbImage } from '#worker/engine/contract/request.ts';
import type { GeneratedPicture } from '#worker/engine/contract/result.ts';
import { generateImages, loadModel } from '#worker/engine/engine.ts';
import type { Device, Model } from '#worker/engine/engine.ts';
import { pictureSettings } from '#worker/engine/picture-settings.ts';
import { readManifest } from '#worker/engine/runtime/manifest.ts';
import { openGraph } from '#worker/engine/runtime/session.ts';
import { upscaleImage } from '#worker/engine/upscale/upscale-image.ts';
import { createUpscaler } from '#worker/engine/upscale/upscaler.ts';
import { markPicture } from '#worker/engine/watermark/mark-picture.ts';
import { addGenerateOptions } from './generate-flags.ts';
import type { GenerateFlags } from './generate-flags.ts';
import { requestOfFlags } from './generate-request.ts';
import { writePictures } from './write-pictures.ts';

/** `easel generate`: pictures from a prompt, with a progress bar. */
export function generateCommand(): Command {
  const command = new Command('generate')
    .description('draw pictures from a prompt')
    .argument('<prompt>', 'what the picture shows');
  return addGenerateOptions(command).action(async (prompt: string, flags: GenerateFlags) => {
    const request = await requestOfFlags(await readManifest(flags.model), prompt, flags);
    const model = await loadModel(flags.model, { device: flags.device });
    const pictures = await drawWithBar(model, request);
    const images = pictures.map(({ image }) => image);
    const large = flags.upscale ? await enlarge(images, flags.upscale, flags.device) : images;
    const kept = request.inpaint?.keepOutside ? request.start?.image : undefined;
    const finished = pictures.map(({ seed }, i) => ({
      image: flags.mark ? markPicture(large[i]!, kept) : large[i]!,
      settings: pictureSettings(model, request, seed),
    }));
    const files = await writePictures(finished, flags.output, flags.grid === true);
    process.stdout.write(`${files.join('\n')}\n`);
    await model.close();
  });
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

async function enlarge(
  images: readonly RgbImage[],
  file: string,
  device: Device,
): Promise<RgbImage[]> {
  const graph = await openGraph(file, file, { device });
  const upscaler = await createUpscaler(graph, file);
  const large: RgbImage[] = [];
  for (const image of images) large.push(await upscaleImage(image, upscaler));
  await graph.release();
  return large;
}
