import type { NoiseSourceId } from '../contract/request.ts';
import { PhiloxNoise } from './philox.ts';
import { TorchCpuNoise } from './torch-cpu.ts';

/** One picture's stream of standard normal numbers: each draw goes on where the last one ended. */
export interface NoiseSource {
  /** Fills `out` with the next draw of its length. */
  fill(out: Float32Array): void;
}

/** Opens the stream of `seed`: the numbers of torch on a CPU, or of torch on an NVIDIA card. */
export function openNoise(source: NoiseSourceId, seed: bigint): NoiseSource {
  return source === 'philox' ? new PhiloxNoise(seed) : new TorchCpuNoise(seed);
}
