import { EngineError } from '#worker/engine/contract/errors.ts';
import type { GenerationRequest, MaskImage, RgbImage } from '#worker/engine/contract/request.ts';
import { checkRequest, extendCanvas } from '#worker/engine/engine.ts';
import { decodeImage, decodeMask, resizeImage } from '#worker/engine/image/image-file.ts';
import type { Manifest } from '#worker/engine/runtime/manifest.ts';
import { drawControl } from './control-flag.ts';
import type { GenerateFlags } from './generate-flags.ts';
import { readInputFile } from './read-input-file.ts';

/** Where neither the command nor the model says something: Stable Diffusion's usual settings. */
const USUAL = { steps: 20, guidance: 7, widthPx: 512, heightPx: 512, strength: 0.75 };

type Size = Pick<GenerationRequest, 'widthPx' | 'heightPx'>;

/**
 * Turns what the command was told into a request, its files read and all of it checked that can be without the
 * model's graphs, which take long to load.
 *
 * @throws EngineError `bad-request` naming the option or field, `model-missing` for a control picture
 */
export async function requestOfFlags(
  model: Pick<Manifest, 'defaults' | 'unet' | 'autoencoder'>,
  prompt: string,
  flags: GenerateFlags,
): Promise<GenerationRequest> {
  const { defaults } = model;
  const begin = await readStart(flags);
  const size = flags.size ??
    (flags.extend && begin && roundSize(begin.image, model)) ?? {
      widthPx: defaults.widthPx ?? USUAL.widthPx,
      heightPx: defaults.heightPx ?? USUAL.heightPx,
    };
  return checkRequest({
    prompt,
    negativePrompt: flags.negative,
    dialect: flags.dialect,
    seeds: Array.from({ length: flags.count }, (_, i) => flags.seed + BigInt(i)),
    ...size,
    steps: flags.steps ?? defaults.steps ?? USUAL.steps,
    guidance: flags.guidance ?? defaults.guidance ?? USUAL.guidance,
    sampler: flags.sampler ?? defaults.sampler,
    guidanceRescale: flags.guidanceRescale,
    clipSkip: flags.clipSkip,
    ...(flags.variationSeed !== undefined && {
      variation: { seed: flags.variationSeed, strength: flags.variationStrength },
    }),
    schedule: flags.schedule,
    noiseSource: 'torch-cpu',
    ...(begin && startOf(flags, begin)),
    controls: await controlsOf(flags, size),
    ...(flags.hires && { hires: { scale: flags.hires, strength: flags.strength } }),
    ...(flags.heatmaps !== undefined && { heatmaps: true }),
  });
}

interface Begin {
  image: RgbImage;
  mask: MaskImage | undefined;
}

async function readStart({ init, mask, extend }: GenerateFlags): Promise<Begin | undefined> {
  if (!init && mask) throw new EngineError('bad-request', 'A mask needs a picture.', '--init');
  if (!init && extend) {
    throw new EngineError('bad-request', 'What is painted around needs a picture.', '--init');
  }
  if (mask && extend) {
    throw new EngineError('bad-request', 'Use a mask or --extend, not both.', '--extend');
  }
  if (!init) return undefined;
  const image = await decodeImage(await readInputFile(init, '--init'), '--init');
  if (extend) return extendCanvas(image, extend);
  if (!mask) return { image, mask: undefined };
  return { image, mask: await decodeMask(await readInputFile(mask, '--mask'), '--mask') };
}

function startOf(flags: GenerateFlags, { image, mask }: Begin) {
  // What is new around a picture is painted from nothing but noise.
  const strength = flags.strength ?? (flags.extend ? 1 : USUAL.strength);
  if (!mask) return { start: { image, strength } };
  const inpaint = {
    mask,
    blurPx: flags.maskBlur,
    content: flags.content,
    area: flags.area,
    paddingPx: flags.padding,
  };
  return { start: { image, strength }, inpaint };
}

/** A canvas as the model draws it: sides that its UNet can halve. */
function roundSize(
  { widthPx, heightPx }: Size,
  { unet, autoencoder }: Pick<Manifest, 'unet' | 'autoencoder'>,
): Size {
  const stepPx = 2 ** (unet.block_out_channels.length + autoencoder.block_out_channels.length - 2);
  const round = (px: number) => Math.max(1, Math.round(px / stepPx)) * stepPx;
  return { widthPx: round(widthPx), heightPx: round(heightPx) };
}

async function controlsOf(flags: GenerateFlags, size: Size) {
  const { controlWeight: weight, controlStart: start, controlEnd: end } = flags;
  const read = async (file: string, option: string) =>
    resizeImage(await decodeImage(await readInputFile(file, option), option), size);
  const controls = [];
  for (const { type, file } of flags.control) {
    const image = await drawControl(type, await read(file, '--control'), flags);
    controls.push({ type, image, weight, start, end });
  }
  for (const { type, file } of flags.controlMap) {
    controls.push({ type, image: await read(file, '--control-map'), weight, start, end });
  }
  return controls;
}
