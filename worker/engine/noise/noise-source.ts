/** One picture's stream of standard normal numbers: each draw goes on where the last one ended. */
export interface NoiseSource {
  /** Fills `out` with the next draw of its length. */
  fill(out: Float32Array): void;
}
