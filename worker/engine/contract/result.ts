import type { RgbImage } from './request.ts';

/** One step's news: `step` counts from 1; `previews` holds a small picture for each seed. */
export interface StepProgress {
  step: number;
  steps: number;
  previews: RgbImage[];
}

/** One finished picture with its final latents ([4, h, w], before division by the scaling factor). */
export interface GeneratedPicture {
  seed: bigint;
  image: RgbImage;
  latents: Float32Array;
}

/** What a run took: `sessionMs` sums the raw `session.run` calls, `totalMs` is the whole pipeline. */
export interface GenerationTiming {
  totalMs: number;
  sessionMs: number;
}

export interface GenerationResult {
  pictures: GeneratedPicture[];
  /** The latents' shape of one picture: [channels, height / 8, width / 8]. */
  latentsShape: [number, number, number];
  timing: GenerationTiming;
}
