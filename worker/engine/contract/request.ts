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
