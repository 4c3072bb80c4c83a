import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { EngineError } from '../contract/errors.ts';
import { SAMPLER_IDS } from '../contract/request.ts';
import { schedulerConfigSchema } from '../samplers/scheduler-config.ts';

const modelIndexSchema = z.object({
  _class_name: z.string(),
  force_zeros_for_empty_prompt: z.boolean().default(true),
});

const unetConfigSchema = z.object({
  in_channels: z.number().int().positive().default(4),
  out_channels: z.number().int().positive().default(4),
  sample_size: z.number().int().positive().nullish(),
  block_out_channels: z.array(z.number().int().positive()).min(1),
  time_cond_proj_dim: z.number().int().positive().nullish(),
  layers_per_block: z.number().int().positive().catch(2),
});

const autoencoderConfigSchema = z.object({
  latent_channels: z.number().int().positive().default(4),
  scaling_factor: z.number().positive().default(0.18215),
  shift_factor: z.number().nullish(),
  block_out_channels: z.array(z.number().int().positive()).min(1),
});

const textEncoderConfigSchema = z.object({
  hidden_size: z.number().int().positive().optional(),
  max_position_embeddings: z.number().int().positive().default(77),
});

/** `control_types` is what our own export writes: the types that the network has learned. */
const controlNetConfigSchema = z.object({ control_types: z.array(z.string()).optional() });

const latentRgbSchema = z.object({
  factors: z.array(z.tuple([z.number(), z.number(), z.number()])).min(1),
  bias: z.tuple([z.number(), z.number(), z.number()]),
});

/** `easel.json`: what Easel adds to a diffusers folder. All of it is optional. */
const easelSchema = z.object({
  name: z.string().min(1).optional(),
  /** Which of the tokenizer's ids the first conditioning vector stands for: 1 leaves BOS out. */
  conditioning_offset: z.number().int().min(0).optional(),
  /** What a weight below 1 does: scale the words' vectors, as WebUI does, or leave the words out by shares. */
  low_weights: z.enum(['scale', 'leave-out']).default('scale'),
  defaults: z
    .object({
      steps: z.number().int().min(1).max(150).optional(),
      guidance: z.number().min(0).max(30).optional(),
      widthPx: z.number().int().min(64).optional(),
      heightPx: z.number().int().min(64).optional(),
      sampler: z.enum(SAMPLER_IDS).optional(),
    })
    .default({}),
});

export type LatentRgb = z.infer<typeof latentRgbSchema>;
export type ModelDefaults = z.infer<typeof easelSchema>['defaults'];
export type Manifest = Awaited<ReturnType<typeof readManifest>>;

/**
 * Reads the JSON files of a diffusers ONNX folder.
 *
 * @throws EngineError `model-missing` where there is no such folder, `bad-model` naming the file
 *   that is missing, no JSON, or without what the engine needs.
 */
export async function readManifest(dir: string) {
  const isFolder = await stat(dir).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
  if (!isFolder) throw new EngineError('model-missing', `There is no model folder at ${dir}.`, dir);
  const read = <T extends z.ZodTypeAny>(file: string, schema: T) => readJson(dir, file, schema);
  const index = await read('model_index.json', modelIndexSchema);
  const easel = await readOptional(dir, 'easel.json', easelSchema);
  return {
    name: easel?.name ?? path.basename(path.resolve(dir)),
    scheduler: await read('scheduler/scheduler_config.json', schedulerConfigSchema),
    unet: await read('unet/config.json', unetConfigSchema),
    autoencoder: await read('vae_decoder/config.json', autoencoderConfigSchema),
    textEncoder: await read('text_encoder/config.json', textEncoderConfigSchema),
    controlNet: await readOptional(dir, 'controlnet/config.json', controlNetConfigSchema),
    forceZerosForEmptyPrompt: index.force_zeros_for_empty_prompt,
    latentRgb: await readOptional(dir, 'latent_rgb.json', latentRgbSchema),
    conditioningOffset: easel?.conditioning_offset,
    lowWeights: easel?.low_weights ?? 'scale',
    defaults: easel?.defaults ?? {},
  };
}

async function readOptional<T extends z.ZodTypeAny>(
  dir: string,
  file: string,
  schema: T,
): Promise<z.output<T> | undefined> {
  const exists = await stat(path.join(dir, file)).then(
    () => true,
    () => false,
  );
  return exists ? readJson(dir, file, schema) : undefined;
}

async function readJson<T extends z.ZodTypeAny>(
  dir: string,
  file: string,
  schema: T,
): Promise<z.output<T>> {
  const text = await readFile(path.join(dir, file), 'utf8').catch((cause: unknown) => {
    throw badFile(file, 'is missing from the model folder', cause);
  });
  let json: unknown;
  try {
    json = JSON.parse(withoutInfinities(text));
  } catch (cause) {
    throw badFile(file, 'is not JSON', cause);
  }
  const result = schema.safeParse(json);
  if (result.success) return result.data as z.output<T>;
  const { path: where, message } = result.error.issues[0]!;
  throw badFile(file, `has a bad "${where.join('.')}" (${message})`, result.error);
}

/** Python writes `-Infinity` for options that mean "no bound"; JSON has no such number. */
function withoutInfinities(text: string): string {
  return text.replace(/(:\s*)-?Infinity\b/g, '$1null');
}

function badFile(file: string, what: string, cause: unknown): EngineError {
  const error = new EngineError('bad-model', `${file} ${what}.`, file);
  error.cause = cause;
  return error;
}
