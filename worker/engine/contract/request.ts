import { z } from 'zod';

/** The largest seed that Easel stores: a signed 64-bit integer, as PostgreSQL and torch take it. */
export const MAX_SEED = 2n ** 63n - 1n;

/** Samplers by the id that the log keeps; `registry.ts` maps them to code and to WebUI's names. */
export const SAMPLER_IDS = [
  'ddim',
  'pndm',
  'lms',
  'euler',
  'euler-a',
  'heun',
  'dpm2',
  'dpm2-a',
  'dpmpp-2m',
  'dpmpp-sde',
  'dpmpp-2m-sde',
  'deis',
  'unipc',
  'lcm',
] as const;
export type SamplerId = (typeof SAMPLER_IDS)[number];

export const SCHEDULES = ['default', 'karras', 'exponential', 'beta'] as const;
export type Schedule = (typeof SCHEDULES)[number];

export const DIALECTS = ['classroom', 'webui'] as const;
export type Dialect = (typeof DIALECTS)[number];

export const NOISE_SOURCES = ['torch-cpu', 'philox'] as const;
export type NoiseSourceId = (typeof NOISE_SOURCES)[number];

/** A number within bounds: neither NaN nor infinite. One sentence says all that it may be. */
function between(least: number, most: number, sentence: string) {
  return z.number({ invalid_type_error: sentence }).min(least, sentence).max(most, sentence);
}

const SIDE = 'A picture is 64 to 2048 pixels wide and high.';
const sidePx = between(64, 2048, SIDE)
  .int(SIDE)
  .refine((px) => px % 8 === 0, 'Width and height must be divisible by 8.');

const STEPS = 'The number of steps is a whole one from 1 to 150.';
const STRENGTH = 'Strength lies between 0 and 1.';
const SEED = 'A seed is a whole number from 0 to 9223372036854775807.';
const seedSchema = z.bigint({ invalid_type_error: SEED }).min(0n, SEED).max(MAX_SEED, SEED);

/** Line breaks and tabs are text; other control characters are no part of a prompt. */
export function isPlainText(text: string): boolean {
  return !/(?![\t\n\r])\p{Cc}/u.test(text);
}

function promptText(name: string) {
  return z
    .string()
    .max(4000, `${name} is at most 4,000 characters long.`)
    .refine(isPlainText, `${name} can’t hold control characters.`);
}

/** An image as raw RGB bytes, row by row, 3 bytes a pixel. */
export interface RgbImage {
  widthPx: number;
  heightPx: number;
  data: Uint8Array;
}

/** What every mode asks for: prompts, seeds (one picture each), and the sampler's settings. */
export const textToImageSchema = z.object({
  prompt: promptText('A prompt'),
  negativePrompt: promptText('A negative prompt').default(''),
  dialect: z.enum(DIALECTS).default('classroom'),
  seeds: z.array(seedSchema).min(1, 'At least 1 picture.').max(32, 'At most 32 pictures at once.'),
  widthPx: sidePx,
  heightPx: sidePx,
  steps: between(1, 150, STEPS).int(STEPS),
  guidance: between(0, 30, 'Guidance lies between 0 and 30.'),
  sampler: z.enum(SAMPLER_IDS).optional(),
  schedule: z.enum(SCHEDULES).default('default'),
  noiseSource: z.enum(NOISE_SOURCES).default('torch-cpu'),
});
export type TextToImageRequest = z.infer<typeof textToImageSchema>;

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'Not bytes.');

export const rgbImageSchema = z
  .object({
    widthPx: z.number().int().positive(),
    heightPx: z.number().int().positive(),
    data: bytes,
  })
  .refine(({ widthPx, heightPx, data }) => data.length === widthPx * heightPx * 3, {
    message: 'A picture needs 3 bytes for each pixel.',
  });

/** One byte a pixel: 255 is painted anew, 0 stays. */
const maskImageSchema = z
  .object({
    widthPx: z.number().int().positive(),
    heightPx: z.number().int().positive(),
    data: bytes,
  })
  .refine(({ widthPx, heightPx, data }) => data.length === widthPx * heightPx, {
    message: 'A mask needs 1 byte for each pixel.',
  });
export type MaskImage = z.infer<typeof maskImageSchema>;

export const MASKED_CONTENTS = ['fill', 'original', 'noise', 'nothing'] as const;

/** The picture that a run begins from, and how far it may go from it (1: all the way). */
const startImageSchema = z.object({
  image: rgbImageSchema,
  strength: between(0, 1, STRENGTH).default(0.75),
});

const PADDING = 'The padding is a whole number of pixels, 0 to 256.';

/** Paints only where the mask is white; the bytes elsewhere stay the start picture's. */
const inpaintSchema = z.object({
  mask: maskImageSchema,
  /** Softens the mask's edge by a Gaussian of this radius. */
  blurPx: between(0, 64, 'A mask’s edge is softened by 0 to 64 pixels.').default(0),
  /** What lies under the mask when the run begins. */
  content: z.enum(MASKED_CONTENTS).default('original'),
  /** `masked` paints a crop around the mask at full size, with this much of the picture around. */
  area: z.enum(['whole', 'masked']).default('whole'),
  paddingPx: between(0, 256, PADDING).int(PADDING).default(32),
  /** Off: the decoded picture is returned as it is, without the original bytes outside. */
  keepOutside: z.boolean().default(true),
});

/** What a control picture shows. */
export const CONTROL_TYPES = [
  'scribble',
  'line',
  'canny',
  'pose',
  'face',
  'hand',
  'segment',
  'depth',
  'normal',
  'tile',
  'repaint',
] as const;
export type ControlType = (typeof CONTROL_TYPES)[number];

const CONTROL_WINDOW = 'A control begins and ends at a share of the steps, 0 to 1.';

/** A picture that steers the layout, through the model's ControlNet. */
const controlSchema = z.object({
  /** Networks for several types are told which; others see it in the picture. */
  type: z.enum(CONTROL_TYPES).optional(),
  image: rgbImageSchema,
  weight: between(0, 2, 'A control’s weight lies between 0 and 2.').default(1),
  /** The part of the run in which it steers, as shares of its steps. */
  start: between(0, 1, CONTROL_WINDOW).default(0),
  end: between(0, 1, CONTROL_WINDOW).default(1),
});

/** Draws a second time, larger, from the scaled-up first picture: finer detail in backgrounds. */
const hiresSchema = z.object({
  scale: between(1, 4, 'A picture is made 1 to 4 times larger.').default(2),
  strength: between(0, 1, STRENGTH).default(0.5),
});
export type HiresRequest = z.infer<typeof hiresSchema>;

/** Turns each picture's first noise some way towards that of another seed. */
const variationSchema = z.object({
  seed: seedSchema,
  strength: between(0, 1, STRENGTH),
});

/** Every mode in one: what is not given is not used. */
export const generationRequestSchema = textToImageSchema.extend({
  start: startImageSchema.optional(),
  inpaint: inpaintSchema.optional(),
  controls: z.array(controlSchema).max(4, 'At most 4 controls at once.').optional(),
  hires: hiresSchema.optional(),
  variation: variationSchema.optional(),
  /** Holds back the contrast that strong guidance adds: 0 not at all, 1 wholly (Lin et al. 2023). */
  guidanceRescale: between(0, 1, 'Guidance rescale lies between 0 and 1.').optional(),
  /** Which layer of the text encoder is read, counted from the last one as WebUI does: 1 to 12. */
  clipSkip: z
    .number()
    .int('Clip skip is a whole number.')
    .min(1, 'Clip skip is at least 1.')
    .max(12, 'Clip skip is at most 12.')
    .optional(),
  /** Also tells where each word acts, for models whose UNet gives its attention maps. */
  heatmaps: z.boolean().optional(),
});
export type GenerationRequest = z.infer<typeof generationRequestSchema>;
export type InpaintRequest = NonNullable<GenerationRequest['inpaint']>;
