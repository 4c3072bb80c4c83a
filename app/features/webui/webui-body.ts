import { z } from 'zod';

// The fields of WebUI's API that Easel reads, by their names there. Clients send many more, at rest mostly.

/** Clients send -1, null or nothing for a seed that is drawn. */
const seedField = z
  .number()
  .int()
  .nullish()
  .transform((seed) => (seed == null || seed < 0 ? undefined : seed));

const flag = z.boolean().nullish();

export const txt2imgSchema = z.object({
  prompt: z.string().default(''),
  negative_prompt: z.string().nullish(),
  seed: seedField,
  subseed_strength: z.number().nullish(),
  steps: z.number().int().nullish(),
  cfg_scale: z.number().nullish(),
  width: z.number().int().nullish(),
  height: z.number().int().nullish(),
  sampler_name: z.string().nullish(),
  sampler_index: z.string().nullish(),
  scheduler: z.string().nullish(),
  batch_size: z.number().int().min(1).nullish(),
  n_iter: z.number().int().min(1).nullish(),
  enable_hr: flag,
  hr_scale: z.number().nullish(),
  denoising_strength: z.number().nullish(),
  restore_faces: flag,
  tiling: flag,
  styles: z.array(z.string()).nullish(),
  script_name: z.string().nullish(),
  alwayson_scripts: z.record(z.unknown()).nullish(),
  override_settings: z.record(z.unknown()).nullish(),
  send_images: z.boolean().nullish(),
});
export type Txt2imgBody = z.output<typeof txt2imgSchema>;

export const img2imgSchema = txt2imgSchema.extend({
  init_images: z
    .array(z.string())
    .min(1, 'Send a picture to start from.')
    .max(1, 'Easel starts from one picture.'),
  mask: z.string().nullish(),
  mask_blur: z.number().nullish(),
  inpainting_fill: z.number().int().min(0).max(3).nullish(),
  inpaint_full_res: z.union([z.boolean(), z.number()]).nullish(),
  inpaint_full_res_padding: z.number().int().nullish(),
  inpainting_mask_invert: z.union([z.boolean(), z.number()]).nullish(),
});
export type Img2imgBody = z.output<typeof img2imgSchema>;

export const pngInfoSchema = z.object({ image: z.string().min(1, 'Send a picture.') });

export const extraSingleImageSchema = z.object({
  image: z.string().min(1, 'Send a picture.'),
  upscaling_resize: z.number().nullish(),
  upscaler_1: z.string().nullish(),
  gfpgan_visibility: z.number().nullish(),
  codeformer_visibility: z.number().nullish(),
});
export type ExtraSingleImageBody = z.output<typeof extraSingleImageSchema>;

export const optionsSchema = z.object({ sd_model_checkpoint: z.string().nullish() }).passthrough();
