/** Where a generation stands, as a page that shows it needs to know. Runs in the browser too. */
export interface GenerationStatus {
  id: string;
  state: GenerationState;
  prompt: string;
  /** In decimal digits: a seed may be larger than a number holds. */
  seed: string;
  widthPx: number;
  heightPx: number;
  /** 1 is next; null unless the generation waits. */
  queuePlace: number | null;
  /** How long it will probably take to the finished picture; null where nothing is known yet. */
  estimateMs: number | null;
  /** Steps done of `steps`; 0 before the first preview. */
  step: number;
  steps: number;
  /** The newest step's small picture; null before the first one and after the last. */
  previewUrl: string | null;
  /** A sentence for the student; only of a failed generation. */
  failure: string | null;
  /** The student has asked an adult to look at a refusal. */
  reviewAsked: boolean;
  /** Only an approved picture. */
  picture: { id: string; alt: string; sha256: string } | null;
}

export type GenerationState =
  'waiting' | 'running' | 'finished' | 'held' | 'blocked' | 'failed' | 'cancelled';

/** Nothing more will happen to it by itself. */
export function isSettled({ state }: { state: GenerationState }): boolean {
  return state !== 'waiting' && state !== 'running';
}
