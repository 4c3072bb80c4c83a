import { ANNOTATOR_IDS } from '#worker/engine/control/annotators/annotate.ts';
import { DECOMPOSED_TYPES } from '#worker/engine/control/annotators/part-names.ts';

/** What a layout can be taken from a picture as, or drawn as. */
const LAYOUT_TYPES = [...ANNOTATOR_IDS, ...DECOMPOSED_TYPES] as const;
export type LayoutType = (typeof LAYOUT_TYPES)[number];

export const LAYOUT_NAMES: Record<LayoutType, string> = {
  line: 'Lines',
  scribble: 'A rough sketch',
  canny: 'Sharp edges',
  depth: 'Depth',
  segment: 'Layers',
  pose: 'Poses',
  face: 'Faces',
  hand: 'Hands',
};

/** The name of a control picture's type, as the studio says it; its own where the studio has none. */
export function nameLayout(type: string): string {
  const known = LAYOUT_TYPES.find((one) => one === type);
  return known ? LAYOUT_NAMES[known] : type;
}
