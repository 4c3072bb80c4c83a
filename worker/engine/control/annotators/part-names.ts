/** The control types whose picture takes a model that knows what it sees. */
export const DECOMPOSED_TYPES = ['segment', 'depth', 'pose', 'face', 'hand'] as const;

/** Everything that a picture can be taken apart into; lines are found without the model too, less well. */
export const PART_NAMES = ['line', 'depth', 'segment', 'pose', 'face', 'hand'] as const;
export type PartName = (typeof PART_NAMES)[number];
