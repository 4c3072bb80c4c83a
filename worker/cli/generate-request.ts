import { EngineError } from '#worker/engine/contract/errors.ts';
import type { GenerationRequest } from '#worker/engine/contract/request.ts';
import { annotate } from '#worker/engine/control/annotators/annotate.ts';
import { checkRequest } from '#worker/engine/engine.ts';
import type { Model } from '#worker/engine/engine.ts';
import { decodeImage, decodeMask, resizeImage } from '#worker/engine/image/image-file.ts';
import type { ControlFlag, GenerateFlags } from './generate-flags.ts';
import { readInputFile } from './read-input-file.ts';

/** Where neither the command nor the model says something: Stable Diffusion's usual settings. */
const USUAL = { steps: 20, guidance: 7, widthPx: 512, heightPx: 512 };

/**
 * Turns what the command was told into a request, its files read and all of it checked that can be without the
 * model's graphs, which take long to load.
 *
 * @throws EngineError `bad-request` naming the option or field.
 */
export async function requestOfFlags(
  model: Pick<Model, 'defaults'>,
  prompt: string,
  flags: GenerateFlags,
): Promise<GenerationRequest> {
  const size = {
    widthPx: flags.size?.widthPx ?? model.defaults.widthPx ?? USUAL.widthPx,
    heightPx: flags.size?.heightPx ?? model.defaults.heightPx ?? USUAL.heightPx,
  };
  return checkRequest({
    prompt,
    negativePrompt: flags.negative,
    dialect: flags.dialect,
    seeds: Array.from({ length: flags.count }, (_, i) => flags.seed + BigInt(i)),
    ...size,
    steps: flags.steps ?? model.defaults.steps ?? USUAL.steps,
    guidance: flags.guidance ?? model.defaults.guidance ?? USUAL.guidance,
    sampler: flags.sampler ?? model.defaults.sampler,
    schedule: flags.schedule,
    noiseSource: 'torch-cpu',
    ...(await startOf(flags)),
    controls: await Promise.all(
      flags.control.map((control) => controlOf(control, size, flags.controlWeight)),
    ),
    ...(flags.hires && { hires: { scale: flags.hires, strength: flags.strength } }),
  });
}

async function startOf(
  flags: GenerateFlags,
): Promise<Pick<GenerationRequest, 'start' | 'inpaint'>> {
  const { init, mask, strength, maskBlur } = flags;
  if (!init && mask) throw new EngineError('bad-request', 'A mask needs a picture.', '--init');
  if (!init) return {};
  const start = {
    image: await decodeImage(await readInputFile(init, '--init'), '--init'),
    strength,
  };
  if (!mask) return { start };
  const inpaint = {
    mask: await decodeMask(await readInputFile(mask, '--mask'), '--mask'),
    blurPx: maskBlur,
    content: 'original' as const,
    area: 'whole' as const,
    paddingPx: 0,
    keepOutside: true,
  };
  return { start, inpaint };
}

async function controlOf(
  { type, file }: ControlFlag,
  size: { widthPx: number; heightPx: number },
  weight: number,
): Promise<NonNullable<GenerationRequest['controls']>[number]> {
  const picture = await decodeImage(await readInputFile(file, '--control'), '--control');
  const fitted = await resizeImage(picture, size);
  return { image: type === 'map' ? fitted : annotate(type, fitted), weight, start: 0, end: 1 };
}
