import { SCHEDULES } from '#worker/engine/contract/request.ts';
import type { SamplerId, Schedule } from '#worker/engine/contract/request.ts';

/** Samplers as students find them named in other tools. */
export const SAMPLER_NAMES: Record<SamplerId, string> = {
  ddim: 'DDIM',
  pndm: 'PNDM',
  lms: 'LMS',
  euler: 'Euler',
  'euler-a': 'Euler a',
  heun: 'Heun',
  dpm2: 'DPM2',
  'dpm2-a': 'DPM2 a',
  'dpmpp-2m': 'DPM++ 2M',
  'dpmpp-sde': 'DPM++ SDE',
  'dpmpp-2m-sde': 'DPM++ 2M SDE',
  deis: 'DEIS',
  unipc: 'UniPC',
  lcm: 'LCM',
};

export const SCHEDULE_NAMES: Record<Schedule, string> = {
  default: 'The model’s own',
  karras: 'Karras',
  exponential: 'Exponential',
  beta: 'Beta',
};

/** What WebUI calls PNDM as diffusers runs it. */
const OTHER_NAMES: Record<string, SamplerId> = { plms: 'pndm' };

/** The sampler of a name in another tool, whatever its case. */
export function findSamplerByName(name = ''): SamplerId | undefined {
  const wanted = name.trim().toLowerCase();
  const ids = Object.keys(SAMPLER_NAMES) as SamplerId[];
  return OTHER_NAMES[wanted] ?? ids.find((id) => SAMPLER_NAMES[id].toLowerCase() === wanted);
}

export function findScheduleByName(name = ''): Schedule | undefined {
  return SCHEDULES.find((id) => id === name.trim().toLowerCase());
}
