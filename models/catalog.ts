/**
 * The models that come with Easel. They have seen nothing but drawings that any class may see; their cards say
 * which.
 */
export const MODELS_IN_THE_BOX: readonly string[] = ['starter', 'starter-turbo', 'inkwell'];

/** A public ONNX export that `easel models pull` knows by name. */
export interface CatalogEntry {
  /** The folder's name under `models/`, and what `easel models pull` is given. */
  id: string;
  name: string;
  /** The repository on the hub, as `owner/name`, and the branch, tag or commit to take. */
  repository: string;
  revision: string;
  /** A rounded figure for lists; the hub tells the exact sizes before anything is downloaded. */
  aboutBytes: number;
  licence: { name: string; url: string };
  /** Settings that suit the model; they become its defaults. */
  defaults: {
    steps: number;
    guidance: number;
    widthPx: number;
    heightPx: number;
    sampler: string;
  };
  /** JSON files that the export lacks and the engine needs, by their place in the folder. */
  completedBy?: Readonly<Record<string, Record<string, unknown>>>;
}

const GB = 1e9;

const AUTOENCODER_SD = {
  latent_channels: 4,
  scaling_factor: 0.18215,
  block_out_channels: [128, 256, 512, 512],
};
const BETAS_SD = {
  beta_start: 0.00085,
  beta_end: 0.012,
  beta_schedule: 'scaled_linear',
  num_train_timesteps: 1000,
};

/** The JSON files of Stable Diffusion's second version, which early ONNX exports left out. */
const SD_2_BASE = {
  'model_index.json': { _class_name: 'OnnxStableDiffusionPipeline' },
  'scheduler/scheduler_config.json': {
    ...{ _class_name: 'PNDMScheduler', ...BETAS_SD, steps_offset: 1, set_alpha_to_one: false },
    ...{ skip_prk_steps: true, prediction_type: 'epsilon', clip_sample: false },
  },
  'text_encoder/config.json': { hidden_size: 1024, max_position_embeddings: 77 },
  'unet/config.json': { in_channels: 4, out_channels: 4, sample_size: 64 },
  'vae_decoder/config.json': AUTOENCODER_SD,
};

/** The same for the latent consistency model of Dreamshaper 7, which stems from version 1.5. */
const LCM_DREAMSHAPER = {
  'model_index.json': { _class_name: 'LatentConsistencyModelPipeline' },
  'scheduler/scheduler_config.json': {
    ...{ _class_name: 'LCMScheduler', ...BETAS_SD, original_inference_steps: 50 },
    ...{ set_alpha_to_one: true, prediction_type: 'epsilon', clip_sample: false },
  },
  'text_encoder/config.json': { hidden_size: 768, max_position_embeddings: 77 },
  'unet/config.json': { in_channels: 4, out_channels: 4, sample_size: 96, time_cond_proj_dim: 256 },
  'vae_decoder/config.json': AUTOENCODER_SD,
};

/** Public ONNX exports in the diffusers layout that `easel models pull` knows by name. */
export const MODEL_CATALOG: readonly CatalogEntry[] = [
  {
    id: 'sd-1.5',
    name: 'Stable Diffusion 1.5',
    repository: 'onnx-community/stable-diffusion-v1-5-ONNX',
    revision: 'main',
    aboutBytes: 4.3 * GB,
    licence: {
      name: 'CreativeML OpenRAIL-M',
      url: 'https://huggingface.co/spaces/CompVis/stable-diffusion-license',
    },
    defaults: { steps: 25, guidance: 7.5, widthPx: 512, heightPx: 512, sampler: 'dpmpp-2m' },
  },
  {
    id: 'sd-2.1-base',
    name: 'Stable Diffusion 2.1 base (fp16)',
    repository: 'aislamov/stable-diffusion-2-1-base-onnx',
    revision: 'main',
    aboutBytes: 2.6 * GB,
    licence: {
      name: 'CreativeML Open RAIL++-M',
      url: 'https://huggingface.co/stabilityai/stable-diffusion-2/blob/main/LICENSE-MODEL',
    },
    defaults: { steps: 25, guidance: 7.5, widthPx: 512, heightPx: 512, sampler: 'dpmpp-2m' },
    completedBy: SD_2_BASE,
  },
  {
    id: 'lcm-dreamshaper-7',
    name: 'LCM Dreamshaper 7 (fp16, 4 steps)',
    repository: 'aislamov/lcm-dreamshaper-v7-onnx',
    revision: 'main',
    aboutBytes: 2.1 * GB,
    licence: {
      name: 'CreativeML OpenRAIL-M',
      url: 'https://huggingface.co/spaces/CompVis/stable-diffusion-license',
    },
    defaults: { steps: 4, guidance: 1, widthPx: 768, heightPx: 768, sampler: 'lcm' },
    completedBy: LCM_DREAMSHAPER,
  },
  {
    id: 'sdxl-base-1.0',
    name: 'Stable Diffusion XL base 1.0',
    repository: 'stabilityai/stable-diffusion-xl-base-1.0',
    revision: 'main',
    aboutBytes: 14 * GB,
    licence: {
      name: 'CreativeML Open RAIL++-M',
      url: 'https://huggingface.co/stabilityai/stable-diffusion-xl-base-1.0/blob/main/LICENSE.md',
    },
    defaults: { steps: 25, guidance: 5, widthPx: 1024, heightPx: 1024, sampler: 'euler' },
  },
];
