import type { RgbImage } from './request.ts';

/** One step's news: `step` counts from 1; `previews` holds a small picture for each seed. */
export interface StepProgress {
  step: number;
  steps: number;
  previews: RgbImage[];
}

/**
 * Where one word of the prompt acts: the mean attention to it at each latent, row by row, over all
 * steps. Words compare by it; `attention/draw-heatmap.ts` scales it to a picture.
 */
export interface WordHeatmap {
  text: string;
  height: number;
  width: number;
  values: Float32Array;
}

/** One finished picture with its final latents ([4, h, w], before division by the scaling factor). */
export interface GeneratedPicture {
  seed: bigint;
  image: RgbImage;
  latents: Float32Array;
  /** A map for each word in the order of the prompt, where the request asks for `heatmaps`. */
  heatmaps?: WordHeatmap[];
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
