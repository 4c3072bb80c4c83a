import type { NoiseSource } from './noise-source.ts';

const ROUNDS = 10;
const TWO_POW_32 = 2 ** 32;

/**
 * Normal noise as torch draws it on an NVIDIA card: Philox 4x32-10 (Salmon et al., 2011), one
 * counter a number, the offset one higher at each draw. WebUI calls this source "NV".
 */
export class PhiloxNoise implements NoiseSource {
  readonly #key: readonly [number, number];
  readonly #words = new Uint32Array(4);
  #offset = 0;

  constructor(seed: bigint) {
    this.#key = [Number(BigInt.asUintN(32, seed)), Number(BigInt.asUintN(32, seed >> 32n))];
  }

  fill(out: Float32Array): void {
    const words = this.#words;
    for (let i = 0; i < out.length; i++) {
      words.set([this.#offset, 0, i, 0]);
      philox(words, this.#key);
      const u = words[0]! / TWO_POW_32 + 2 ** -33;
      const angle = (words[1]! / TWO_POW_32 + 2 ** -33) * 2 * Math.PI;
      out[i] = Math.sqrt(-2 * Math.log(u)) * Math.sin(angle);
    }
    this.#offset++;
  }
}

function philox(words: Uint32Array, key: readonly [number, number]): void {
  let [key0, key1] = key;
  for (let round = 0; round < ROUNDS; round++) {
    const [a, b, c, d] = words as unknown as [number, number, number, number];
    words[0] = highProduct(c, 0xcd9e8d57) ^ b ^ key0;
    words[1] = Math.imul(c, 0xcd9e8d57);
    words[2] = highProduct(a, 0xd2511f53) ^ d ^ key1;
    words[3] = Math.imul(a, 0xd2511f53);
    key0 = (key0 + 0x9e3779b9) >>> 0;
    key1 = (key1 + 0xbb67ae85) >>> 0;
  }
}

/** The upper 32 bits of an unsigned 32 x 32 bit product, without leaving exact doubles. */
function highProduct(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const middle = aHigh * bLow + Math.floor((aLow * bLow) / 0x10000);
  const cross = aLow * bHigh + (middle % 0x10000);
  return aHigh * bHigh + Math.floor(middle / 0x10000) + Math.floor(cross / 0x10000);
}
