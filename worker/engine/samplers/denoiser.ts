import type { SchedulerConfig } from './scheduler-config.ts';
import { combine } from './combine.ts';
import type { NoiseLevel } from './types.ts';

/**
 * Reads the UNet's output whatever it was trained to predict (noise, velocity or the clean picture),
 * for a sample x = signal * clean + noise * eps.
 */
export interface Denoiser {
  /** The clean latents that the output implies, clipped where the config says so. */
  clean(sample: Float32Array, output: Float32Array, level: NoiseLevel): Float32Array;
  /** The unit noise that the output implies. */
  noise(sample: Float32Array, output: Float32Array, level: NoiseLevel): Float32Array;
}

export function createDenoiser(
  config: Pick<SchedulerConfig, 'prediction_type' | 'clip_sample' | 'clip_sample_range'>,
): Denoiser {
  const weights = CLEAN_WEIGHTS[config.prediction_type];
  return {
    clean(sample, output, level) {
      const [fromSample, fromOutput] = weights(level);
      const clean = new Float32Array(sample.length);
      combine(clean, [fromSample, sample], [fromOutput, output]);
      return config.clip_sample ? clip(clean, config.clip_sample_range) : clean;
    },
    noise(sample, output, level) {
      const [fromSample, fromOutput] = weights(level);
      const eps = new Float32Array(sample.length);
      combine(
        eps,
        [(1 - level.signal * fromSample) / level.noise, sample],
        [(-level.signal * fromOutput) / level.noise, output],
      );
      return eps;
    },
  };
}

/** What share of the sample and of the output the clean latents are. */
const CLEAN_WEIGHTS: Record<
  SchedulerConfig['prediction_type'],
  (level: NoiseLevel) => [number, number]
> = {
  epsilon: ({ signal, noise }) => [1 / signal, -noise / signal],
  v_prediction({ signal, noise }) {
    const power = signal * signal + noise * noise;
    return [signal / power, -noise / Math.sqrt(power)];
  },
  sample: () => [0, 1],
};

function clip(values: Float32Array, range: number): Float32Array {
  return values.map((x) => Math.min(Math.max(x, -range), range));
}
