import type { RgbImage } from '#worker/engine/contract/request.ts';
import { detectCanny } from './canny.ts';
import { drawLines } from './line.ts';
import { drawScribble } from './scribble.ts';

/** The control types whose picture needs no model of its own. */
export const ANNOTATOR_IDS = ['canny', 'line', 'scribble'] as const;
export type AnnotatorId = (typeof ANNOTATOR_IDS)[number];

const ANNOTATORS: Record<AnnotatorId, (image: RgbImage) => RgbImage> = {
  canny: (image) => detectCanny(image),
  line: (image) => drawLines(image),
  scribble: (image) => drawScribble(image),
};

/** Makes the control picture of a type out of a picture, of the same size. */
export function annotate(type: AnnotatorId, image: RgbImage): RgbImage {
  return ANNOTATORS[type](image);
}
