import { z } from 'zod';

const optional = <T extends z.ZodTypeAny>(type: T) =>
  type.nullish().transform((x) => x ?? undefined);

/** `scheduler/scheduler_config.json` of a diffusers folder, under diffusers' own names. */
export const schedulerConfigSchema = z.object({
  _class_name: z.string(),
  num_train_timesteps: optional(z.number().int().min(2)),
  beta_start: optional(z.number().positive()),
  beta_end: optional(z.number().positive()),
  beta_schedule: optional(z.enum(['linear', 'scaled_linear', 'squaredcos_cap_v2', 'exp'])),
  trained_betas: optional(z.array(z.number()).min(2)),
  prediction_type: optional(z.enum(['epsilon', 'v_prediction', 'sample'])),
  timestep_spacing: optional(z.enum(['leading', 'linspace', 'trailing'])),
  steps_offset: optional(z.number().int()),
  set_alpha_to_one: optional(z.boolean()),
  clip_sample: optional(z.boolean()),
  clip_sample_range: optional(z.number().positive()),
  thresholding: optional(
    z.literal(false, { message: 'Dynamic thresholding is for pixel models.' }),
  ),
  skip_prk_steps: optional(z.boolean()),
  use_karras_sigmas: optional(z.boolean()),
  use_exponential_sigmas: optional(z.boolean()),
  use_beta_sigmas: optional(z.boolean()),
  use_lu_lambdas: optional(z.boolean()),
  sigma_min: optional(z.number().positive()),
  sigma_max: optional(z.number().positive()),
  interpolation_type: optional(z.enum(['linear', 'log_linear'])),
  timestep_type: optional(z.enum(['discrete', 'continuous'])),
  final_sigmas_type: optional(z.enum(['zero', 'sigma_min'])),
  rescale_betas_zero_snr: optional(z.boolean()),
  solver_order: optional(z.number().int().min(1).max(3)),
  algorithm_type: optional(z.string()),
  solver_type: optional(z.string()),
  lower_order_final: optional(z.boolean()),
  euler_at_final: optional(z.boolean()),
  predict_x0: optional(z.boolean()),
  disable_corrector: optional(z.array(z.number().int())),
  variance_type: optional(z.string()),
  original_inference_steps: optional(z.number().int().positive()),
  timestep_scaling: optional(z.number().positive()),
  noise_sampler_seed: optional(z.number().int()),
});

/** A folder's scheduler config: what it leaves out is its class's default. */
export type FolderSchedulerConfig = z.infer<typeof schedulerConfigSchema>;

const SHARED_DEFAULTS = {
  num_train_timesteps: 1000,
  beta_start: 0.0001,
  beta_end: 0.02,
  beta_schedule: 'linear',
  prediction_type: 'epsilon',
  timestep_spacing: 'linspace',
  steps_offset: 0,
  set_alpha_to_one: false,
  clip_sample: false,
  clip_sample_range: 1,
  skip_prk_steps: false,
  use_karras_sigmas: false,
  use_exponential_sigmas: false,
  use_beta_sigmas: false,
  use_lu_lambdas: false,
  interpolation_type: 'linear',
  timestep_type: 'discrete',
  final_sigmas_type: 'zero',
  rescale_betas_zero_snr: false,
  solver_order: 2,
  algorithm_type: 'dpmsolver++',
  solver_type: 'midpoint',
  lower_order_final: true,
  euler_at_final: false,
  predict_x0: true,
  disable_corrector: [],
  variance_type: 'fixed_small',
  original_inference_steps: 50,
  timestep_scaling: 10,
} satisfies Partial<FolderSchedulerConfig>;

/** The defaults of diffusers' classes where they differ from the shared ones. */
const CLASS_DEFAULTS: Record<string, Partial<FolderSchedulerConfig>> = {
  DDIMScheduler: { timestep_spacing: 'leading', clip_sample: true, set_alpha_to_one: true },
  DDPMScheduler: { timestep_spacing: 'leading', clip_sample: true },
  PNDMScheduler: { timestep_spacing: 'leading' },
  HeunDiscreteScheduler: { beta_start: 0.00085, beta_end: 0.012 },
  KDPM2DiscreteScheduler: { beta_start: 0.00085, beta_end: 0.012 },
  KDPM2AncestralDiscreteScheduler: { beta_start: 0.00085, beta_end: 0.012 },
  DPMSolverSDEScheduler: { beta_start: 0.00085, beta_end: 0.012 },
  DPMSolverSinglestepScheduler: { lower_order_final: false },
  LCMScheduler: {
    beta_start: 0.00085,
    beta_end: 0.012,
    beta_schedule: 'scaled_linear',
    timestep_spacing: 'leading',
    set_alpha_to_one: true,
  },
  TCDScheduler: {
    beta_start: 0.00085,
    beta_end: 0.012,
    beta_schedule: 'scaled_linear',
    timestep_spacing: 'leading',
    set_alpha_to_one: true,
  },
};

/** A config with every default filled in; only what has no default may be missing. */
export type SchedulerConfig = FolderSchedulerConfig & {
  [K in keyof typeof SHARED_DEFAULTS]: NonNullable<FolderSchedulerConfig[K]>;
};

/** Fills a folder's config with the defaults of its class, as diffusers' `from_config` does. */
export function completeSchedulerConfig(config: FolderSchedulerConfig): SchedulerConfig {
  const given = Object.fromEntries(Object.entries(config).filter(([, x]) => x !== undefined));
  return {
    ...SHARED_DEFAULTS,
    ...CLASS_DEFAULTS[config._class_name],
    ...given,
  } as SchedulerConfig;
}
