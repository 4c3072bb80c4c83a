import { Mt19937 } from './mt19937.ts';
import type { NoiseSource } from './noise-source.ts';

const BLOCK = 16;

/**
 * Normal noise as `torch.randn` draws it on a CPU in float32, so that a seed means the same picture
 * as in diffusers. Follows ATen `native/cpu/DistributionTemplates.h`; vectorised torch differs by
 * about 1e-6.
 */
export class TorchCpuNoise implements NoiseSource {
  readonly #words: Mt19937;
  #spare: number | undefined;

  constructor(seed: bigint) {
    this.#words = new Mt19937(seed);
  }

  fill(out: Float32Array): void {
    if (out.length < BLOCK) {
      for (let i = 0; i < out.length; i++) out[i] = this.#nextScalar();
      return;
    }
    for (let i = 0; i < out.length; i++) out[i] = this.#uniform24();
    for (let i = 0; i + BLOCK <= out.length; i += BLOCK) transformBlock(out, i);
    if (out.length % BLOCK !== 0) {
      const tail = out.length - BLOCK;
      for (let i = tail; i < out.length; i++) out[i] = this.#uniform24();
      transformBlock(out, tail);
    }
  }

  #uniform24(): number {
    return (this.#words.nextUint32() & 0xffffff) * 2 ** -24;
  }

  #uniform53(): number {
    const high = this.#words.nextUint32() & 0x1fffff;
    return (high * 2 ** 32 + this.#words.nextUint32()) * 2 ** -53;
  }

  #nextScalar(): number {
    const spare = this.#spare;
    if (spare !== undefined) {
      this.#spare = undefined;
      return spare;
    }
    const angle = 2 * Math.PI * this.#uniform53();
    const radius = Math.sqrt(-2 * Math.log1p(-this.#uniform53()));
    this.#spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }
}

/** Box-Muller on 16 uniforms in place: the first eight give the radius, the last eight the angle. */
function transformBlock(out: Float32Array, start: number): void {
  for (let j = start; j < start + BLOCK / 2; j++) {
    const radius = Math.sqrt(-2 * Math.log(1 - out[j]!));
    const angle = 2 * Math.PI * out[j + BLOCK / 2]!;
    out[j] = radius * Math.cos(angle);
    out[j + BLOCK / 2] = radius * Math.sin(angle);
  }
}
