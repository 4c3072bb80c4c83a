import { EngineError } from '../contract/errors.ts';
import type { SamplerId, Schedule } from '../contract/request.ts';
import { createDdim } from './ddim.ts';
import { createDpmSolverMultistep } from './dpm-solver-multistep.ts';
import { createDdpm } from './ddpm.ts';
import { createDpmSolverSinglestep } from './dpm-solver-singlestep.ts';
import { createTcd } from './tcd.ts';
import { createDeis } from './deis.ts';
import { createDpm2, createDpm2Ancestral } from './dpm2.ts';
import { createDpmppSde } from './dpmpp-sde.ts';
import { createHeun } from './heun.ts';
import { createLms } from './lms.ts';
import { createUniPc } from './unipc.ts';
import { createEulerAncestral } from './euler-ancestral.ts';
import { createEuler } from './euler.ts';
import { createLcm } from './lcm.ts';
import { createPndm } from './pndm.ts';
import { completeSchedulerConfig } from './scheduler-config.ts';
import type { FolderSchedulerConfig } from './scheduler-config.ts';
import type { CreateSampler, Sampler } from './types.ts';

/** Samplers by the class name that diffusers gives them in `scheduler_config.json`. */
const BY_CLASS: Record<string, CreateSampler> = {
  DDIMScheduler: createDdim,
  DDPMScheduler: createDdpm,
  DPMSolverSinglestepScheduler: createDpmSolverSinglestep,
  TCDScheduler: createTcd,
  PNDMScheduler: createPndm,
  EulerDiscreteScheduler: createEuler,
  EulerAncestralDiscreteScheduler: createEulerAncestral,
  DPMSolverMultistepScheduler: createDpmSolverMultistep,
  LCMScheduler: createLcm,
  LMSDiscreteScheduler: createLms,
  HeunDiscreteScheduler: createHeun,
  KDPM2DiscreteScheduler: createDpm2,
  KDPM2AncestralDiscreteScheduler: createDpm2Ancestral,
  DPMSolverSDEScheduler: createDpmppSde,
  DEISMultistepScheduler: createDeis,
  UniPCMultistepScheduler: createUniPc,
};

interface NamedSampler {
  /** What WebUI calls it, and what infotext carries. */
  webuiName: string;
  config: FolderSchedulerConfig;
}

const NAMED: Record<SamplerId, NamedSampler> = {
  ddim: named('DDIM', 'DDIMScheduler'),
  pndm: named('PLMS', 'PNDMScheduler', { skip_prk_steps: true }),
  lms: named('LMS', 'LMSDiscreteScheduler'),
  euler: named('Euler', 'EulerDiscreteScheduler'),
  'euler-a': named('Euler a', 'EulerAncestralDiscreteScheduler'),
  heun: named('Heun', 'HeunDiscreteScheduler'),
  dpm2: named('DPM2', 'KDPM2DiscreteScheduler'),
  'dpm2-a': named('DPM2 a', 'KDPM2AncestralDiscreteScheduler'),
  'dpmpp-2m': named('DPM++ 2M', 'DPMSolverMultistepScheduler', {
    algorithm_type: 'dpmsolver++',
    solver_order: 2,
  }),
  'dpmpp-sde': named('DPM++ SDE', 'DPMSolverSDEScheduler'),
  'dpmpp-2m-sde': named('DPM++ 2M SDE', 'DPMSolverMultistepScheduler', {
    algorithm_type: 'sde-dpmsolver++',
    solver_order: 2,
  }),
  deis: named('DEIS', 'DEISMultistepScheduler'),
  unipc: named('UniPC', 'UniPCMultistepScheduler'),
  lcm: named('LCM', 'LCMScheduler'),
};

function named(
  webuiName: string,
  className: string,
  overrides: Partial<FolderSchedulerConfig> = {},
): NamedSampler {
  return { webuiName, config: { _class_name: className, ...overrides } };
}

/** The name by which WebUI and its infotext know a sampler. */
export function webuiSamplerName(id: SamplerId): string {
  return NAMED[id].webuiName;
}

/** The sampler of a WebUI name, an id or a diffusers class, whatever its case; else undefined. */
export function findSampler(name: string): SamplerId | undefined {
  const wanted = name.trim().toLowerCase();
  const entries = Object.entries(NAMED) as [SamplerId, NamedSampler][];
  return entries.find(([id, { webuiName, config }]) =>
    [id, webuiName.toLowerCase(), config._class_name.toLowerCase()].includes(wanted),
  )?.[0];
}

/**
 * The scheduler config of a run: the model folder's own, with the asked sampler and curve laid over
 * it. What concerns training (betas, prediction type) always stays the model's.
 */
export function chooseSchedulerConfig(
  folder: FolderSchedulerConfig,
  sampler: SamplerId | undefined,
  schedule: Schedule,
): FolderSchedulerConfig {
  const chosen = sampler ? { ...withoutSolver(folder), ...NAMED[sampler].config } : folder;
  if (schedule === 'default') return chosen;
  return {
    ...chosen,
    use_karras_sigmas: schedule === 'karras',
    use_exponential_sigmas: schedule === 'exponential',
    use_beta_sigmas: schedule === 'beta',
  };
}

/** A folder's solver options are meant for its own sampler; another one brings its own. */
function withoutSolver(folder: FolderSchedulerConfig): FolderSchedulerConfig {
  return {
    ...folder,
    algorithm_type: undefined,
    solver_type: undefined,
    solver_order: undefined,
    final_sigmas_type: undefined,
  };
}

/**
 * Makes the sampler that a scheduler config names.
 *
 * @throws EngineError `bad-request` where Easel has no such sampler.
 */
export function createSampler(config: FolderSchedulerConfig, steps: number): Sampler {
  const create = BY_CLASS[config._class_name];
  if (!create) {
    throw new EngineError(
      'bad-request',
      `The sampler ${config._class_name} is not one that Easel has.`,
      'sampler',
    );
  }
  return create(completeSchedulerConfig(config), steps);
}
