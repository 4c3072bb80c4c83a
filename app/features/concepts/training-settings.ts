import type { ConceptKind } from './concept-record.ts';

/** So few pictures teach too little, and more than so many take longer without teaching more. */
export const LEAST_PICTURES = 5;
export const MOST_PICTURES = 15;

/** Seeds of the samples, so that those of one step compare with those of another. */
export const SAMPLE_SEEDS = [1n, 2n];
/** Samples are drawn once in so many steps. */
export const STEPS_A_SAMPLE = 100;

interface TrainingSettings {
  steps: number;
  /** How many vectors a word has. */
  vectors: number;
  learningRate: number;
}

/** What learns well on the small models that come with Easel. */
export const TRAINING_SETTINGS: Record<ConceptKind, TrainingSettings> = {
  word: { steps: 400, vectors: 4, learningRate: 0.02 },
  style: { steps: 400, vectors: 1, learningRate: 0.002 },
};

/** The example of a training that goes on for too long: it stops at nothing. */
export const TOO_LONG_TIMES = 3;

/** What the samples of a training show. */
export function samplePrompts(kind: ConceptKind, name: string): string[] {
  return kind === 'word'
    ? [`a <${name}>, plain white background`, `a <${name}>, in a meadow`]
    : [`a cat, in a meadow <${name}>`, `a house, on a beach <${name}>`];
}
