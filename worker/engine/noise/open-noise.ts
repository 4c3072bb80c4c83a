import type { NoiseSourceId } from '../contract/request.ts';
import type { NoiseSource } from './noise-source.ts';
import { PhiloxNoise } from './philox.ts';
import { TorchCpuNoise } from './torch-cpu.ts';

/** Opens the stream of `seed`: the numbers of torch on a CPU, or of torch on an NVIDIA card. */
export function openNoise(source: NoiseSourceId, seed: bigint): NoiseSource {
  return source === 'philox' ? new PhiloxNoise(seed) : new TorchCpuNoise(seed);
}
