import { describePrompt } from '#worker/engine/prompt/prompt.ts';
import type { PromptDialect } from '#worker/engine/prompt/prompt.ts';

/** The settings of a generation that decide its picture. */
export interface ComparedGeneration {
  prompt: string;
  dialect: string;
  negativePrompt: string;
  seed: bigint;
  noiseSource: string;
  steps: number;
  guidance: number;
  sampler: string;
  schedule: string;
  widthPx: number;
  heightPx: number;
  modelId: string;
  mode: string;
  strength: number | null;
}

/** How each field reads its value; two pictures differ in it where the values do. */
const SETTINGS = {
  negativePrompt: ({ negativePrompt }) => negativePrompt.trim(),
  steps: ({ steps }) => steps,
  guidance: ({ guidance }) => guidance,
  sampler: ({ sampler, schedule }) => `${sampler} ${schedule}`,
  noiseSource: ({ noiseSource }) => noiseSource,
  size: ({ widthPx, heightPx }) => `${widthPx}x${heightPx}`,
  modelId: ({ modelId }) => modelId,
  mode: ({ mode }) => mode,
  strength: ({ strength }) => strength ?? '',
} satisfies Record<string, (generation: ComparedGeneration) => string | number>;

/** `weights` are a prompt's where its words are the same. */
export type DifferingField = keyof typeof SETTINGS | 'prompt' | 'weights' | 'seed';

/** As a sentence names them. */
export const FIELD_NAMES: Record<DifferingField, string> = {
  prompt: 'the prompt',
  weights: 'the weights',
  negativePrompt: 'the negative prompt',
  seed: 'the seed',
  steps: 'the steps',
  guidance: 'the guidance',
  sampler: 'the sampler',
  noiseSource: 'the source of the noise',
  size: 'the size',
  modelId: 'the model',
  mode: 'the way of drawing',
  strength: 'the strength',
};

export interface Comparison {
  differing: DifferingField[];
  sharedSeeds: bigint[];
  /** A fair test: exactly one field differs, and both sides have the same seeds. */
  controlled: boolean;
}

/**
 * Compares two sides of one or more pictures each. A field differs where any two of all these pictures
 * disagree in it, so a side that is itself mixed counts too; the seed differs where the two sides don't
 * have the same seeds. A test of the seed alone is controlled without shared seeds.
 */
export function findDifferingFields(
  left: ComparedGeneration[],
  right: ComparedGeneration[],
): Comparison {
  const all = [...left, ...right];
  const differing: DifferingField[] = [];
  if (differ(all, readWords)) differing.push('prompt');
  else if (differ(all, readWeights)) differing.push('weights');
  for (const [field, read] of Object.entries(SETTINGS))
    if (differ(all, read)) differing.push(field as DifferingField);

  const leftSeeds = new Set(left.map(({ seed }) => seed));
  const rightSeeds = new Set(right.map(({ seed }) => seed));
  const sharedSeeds = [...leftSeeds].filter((seed) => rightSeeds.has(seed));
  if (sharedSeeds.length < Math.max(leftSeeds.size, rightSeeds.size)) differing.push('seed');
  return { differing, sharedSeeds, controlled: differing.length === 1 };
}

/** All settings but the seed as one text: pictures that agree in it belong to one side of a test. */
export function settingsKey(generation: ComparedGeneration): string {
  const readers = [readWords, readWeights, ...Object.values(SETTINGS)];
  return JSON.stringify(readers.map((read) => read(generation)));
}

function differ(all: ComparedGeneration[], read: (one: ComparedGeneration) => string | number) {
  return new Set(all.map(read)).size > 1;
}

function readWords({ prompt, dialect }: ComparedGeneration): string {
  const phrases = describePrompt(prompt, dialect as PromptDialect);
  return phrases.map(({ text }) => text.toLowerCase()).join(', ');
}

function readWeights({ prompt, dialect }: ComparedGeneration): string {
  return JSON.stringify(
    describePrompt(prompt, dialect as PromptDialect).map(({ parts }) => parts),
  ).toLowerCase();
}
