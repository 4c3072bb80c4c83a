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

const sidePx = z
  .number()
  .int()
  .min(64, 'A picture is at least 64 pixels wide and high.')
  .max(2048, 'A picture is at most 2048 pixels wide and high.')
  .refine((px) => px % 8 === 0, 'Width and height must be divisible by 8.');

/** An image as raw RGB bytes, row by row, 3 bytes a pixel. */
export interface RgbImage {
  widthPx: number;
  heightPx: number;
  data: Uint8Array;
}

/** What every mode asks for: prompts, seeds (one picture each), and the sampler's settings. */
export const textToImageSchema = z.object({
  prompt: z.string().max(4000, 'A prompt is at most 4,000 characters long.'),
  negativePrompt: z
    .string()
    .max(4000, 'A negative prompt is at most 4,000 characters long.')
    .default(''),
  dialect: z.enum(DIALECTS).default('classroom'),
  seeds: z.array(z.bigint().min(0n).max(MAX_SEED)).min(1).max(32),
  widthPx: sidePx,
  heightPx: sidePx,
  steps: z.number().int().min(1, 'At least 1 step.').max(150, 'At most 150 steps.'),
  guidance: z.number().min(0).max(30, 'Guidance is at most 30.'),
  sampler: z.enum(SAMPLER_IDS).optional(),
  schedule: z.enum(SCHEDULES).default('default'),
  noiseSource: z.enum(NOISE_SOURCES).default('torch-cpu'),
});
export type TextToImageRequest = z.infer<typeof textToImageSchema>;

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'Not bytes.');

const rgbImageSchema = z
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
  strength: z.number().min(0).max(1, 'Strength lies between 0 and 1.').default(0.75),
});

/** Paints only where the mask is white; the bytes elsewhere stay the start picture's. */
const inpaintSchema = z.object({
  mask: maskImageSchema,
  /** Softens the mask's edge by a Gaussian of this radius. */
  blurPx: z.number().min(0).max(64).default(0),
  /** What lies under the mask when the run begins. */
  content: z.enum(MASKED_CONTENTS).default('original'),
  /** `masked` paints a crop around the mask at full size, with this much of the picture around. */
  area: z.enum(['whole', 'masked']).default('whole'),
  paddingPx: z.number().int().min(0).max(256).default(32),
  /** Off: the decoded picture is returned as it is, without the original bytes outside. */
  keepOutside: z.boolean().default(true),
});

/** A picture that steers the layout, through the model's ControlNet. */
const controlSchema = z.object({
  image: rgbImageSchema,
  weight: z.number().min(0).max(2).default(1),
  /** The part of the run in which it steers, as shares of its steps. */
  start: z.number().min(0).max(1).default(0),
  end: z.number().min(0).max(1).default(1),
});

/** Draws a second time, larger, from the scaled-up first picture: finer detail in backgrounds. */
const hiresSchema = z.object({
  scale: z.number().min(1).max(4, 'A picture is made at most 4 times larger.').default(2),
  strength: z.number().min(0).max(1, 'Strength lies between 0 and 1.').default(0.5),
});
export type HiresRequest = z.infer<typeof hiresSchema>;

/** Turns each picture's first noise some way towards that of another seed. */
const variationSchema = z.object({
  seed: z.bigint().min(0n).max(MAX_SEED),
  strength: z.number().min(0).max(1, 'Strength lies between 0 and 1.'),
});

/** Every mode in one: what is not given is not used. */
export const generationRequestSchema = textToImageSchema.extend({
  start: startImageSchema.optional(),
  inpaint: inpaintSchema.optional(),
  controls: z.array(controlSchema).max(4, 'At most 4 controls at once.').optional(),
  hires: hiresSchema.optional(),
  variation: variationSchema.optional(),
  /** Holds back the contrast that strong guidance adds: 0 not at all, 1 wholly (Lin et al. 2023). */
  guidanceRescale: z.number().min(0).max(1).optional(),
  /** Also tells where each word acts, for models whose UNet gives its attention maps. */
  heatmaps: z.boolean().optional(),
});
export type GenerationRequest = z.infer<typeof generationRequestSchema>;
export type InpaintRequest = NonNullable<GenerationRequest['inpaint']>;
