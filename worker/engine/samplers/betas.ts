import type { SchedulerConfig } from './scheduler-config.ts';

const { fround, sqrt } = Math;

/** What a float16 calls its smallest number: keeps the first sigma finite at zero terminal SNR. */
const SMALLEST_ALPHA = 2 ** -24;

/**
 * The cumulative product of 1 - beta over the training timesteps, in float32 as diffusers keeps it:
 * small sigmas hang on the last bits.
 */
export function cumulativeAlphas(config: SchedulerConfig): Float32Array {
  let betas = trainedBetas(config);
  if (config.rescale_betas_zero_snr) betas = rescaleToZeroTerminalSnr(betas);
  return cumulativeProduct(betas);
}

/** As `cumulativeAlphas`, the last one a little above 0, for samplers that divide by it. */
export function positiveCumulativeAlphas(config: SchedulerConfig): Float32Array {
  const alphas = cumulativeAlphas(config);
  if (config.rescale_betas_zero_snr) alphas[alphas.length - 1] = SMALLEST_ALPHA;
  return alphas;
}

function cumulativeProduct(betas: Float32Array): Float32Array {
  let product = 1;
  return betas.map((beta) => (product *= fround(1 - beta)));
}

function trainedBetas(config: SchedulerConfig): Float32Array {
  const { trained_betas, num_train_timesteps: count, beta_start, beta_end } = config;
  if (trained_betas) return Float32Array.from(trained_betas);
  switch (config.beta_schedule) {
    case 'linear':
      return float32Line(beta_start, beta_end, count);
    case 'scaled_linear':
      return float32Line(sqrt(beta_start), sqrt(beta_end), count).map((root) => root * root);
    case 'squaredcos_cap_v2':
      return betasFromAlphaBar(count, (t) => Math.cos((((t + 0.008) / 1.008) * Math.PI) / 2) ** 2);
    case 'exp':
      return betasFromAlphaBar(count, (t) => Math.exp(t * -12));
  }
}

function betasFromAlphaBar(count: number, alphaBar: (t: number) => number): Float32Array {
  return Float32Array.from({ length: count }, (_, i) =>
    Math.min(1 - alphaBar((i + 1) / count) / alphaBar(i / count), 0.999),
  );
}

/** `torch.linspace` in float32: each half counts from its own end. */
function float32Line(start: number, end: number, count: number): Float32Array {
  const step = fround((fround(end) - fround(start)) / (count - 1));
  return Float32Array.from({ length: count }, (_, i) =>
    i < count / 2 ? fround(start) + step * i : fround(end) - step * (count - 1 - i),
  );
}

/** Shifts and scales sqrt(alpha-bar) so that the last is 0 (Lin et al. 2023, algorithm 1). */
function rescaleToZeroTerminalSnr(betas: Float32Array): Float32Array {
  const roots = cumulativeProduct(betas).map(sqrt);
  const first = roots[0]!;
  const last = roots[roots.length - 1]!;
  const scale = fround(first / fround(first - last));
  const alphaBars = roots.map((root) => fround(fround(root - last) * scale) ** 2);
  return alphaBars.map((bar, i) => 1 - (i === 0 ? bar : fround(bar / alphaBars[i - 1]!)));
}
