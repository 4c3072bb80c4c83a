/**
 * Classifier-free guidance (Ho and Salimans 2022): goes from the unconditional prediction towards
 * the conditional one, and past it where `guidance` is over 1. `both` holds the unconditional half
 * and then the conditional half; `out` is as long as one half.
 */
export function applyGuidance(both: Float32Array, guidance: number, out: Float32Array): void {
  const half = out.length;
  for (let i = 0; i < half; i++) {
    const unconditional = both[i]!;
    out[i] = unconditional + guidance * (both[half + i]! - unconditional);
  }
}

/**
 * Sinusoidal embedding of the guidance scale, which distilled UNets take as `timestep_cond` in
 * place of a second pass (Meng et al. 2022; diffusers' `get_guidance_scale_embedding`).
 */
export function embedGuidance(guidance: number, width: number): Float32Array {
  const half = Math.floor(width / 2);
  const embedding = new Float32Array(width);
  for (let i = 0; i < half; i++) {
    const angle = (guidance - 1) * 1000 * Math.exp((-Math.log(10000) * i) / (half - 1));
    embedding[i] = Math.sin(angle);
    embedding[half + i] = Math.cos(angle);
  }
  return embedding;
}
