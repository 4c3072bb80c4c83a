import { readConcepts } from '#app/features/concepts/concept-record.ts';
import { readConceptTags } from '#app/features/concepts/concept-tags.ts';
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
  startSha256?: string | null;
  maskSha256?: string | null;
  maskBlurPx?: number | null;
  maskContent?: string | null;
  maskArea?: string | null;
  maskPaddingPx?: number | null;
  controls?: unknown;
  hiresScale?: number | null;
  hiresStrength?: number | null;
  upscale?: number | null;
  guidanceRescale?: number | null;
  variationSeed?: bigint | null;
  variationStrength?: number | null;
  concepts?: unknown;
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
  start: ({ startSha256 }) => startSha256 ?? '',
  mask: ({ maskSha256, maskBlurPx, maskContent, maskArea, maskPaddingPx }) =>
    maskSha256 ? [maskSha256, maskBlurPx, maskContent, maskArea, maskPaddingPx].join() : '',
  controls: ({ controls }) => JSON.stringify(controls ?? [], sortedKeys),
  hires: ({ hiresScale, hiresStrength }) => `${hiresScale ?? ''} ${hiresStrength ?? ''}`,
  upscale: ({ upscale }) => upscale ?? '',
  guidanceRescale: ({ guidanceRescale }) => guidanceRescale ?? '',
  variation: ({ variationSeed, variationStrength }) =>
    `${variationSeed ?? ''} ${variationStrength ?? ''}`,
} satisfies Record<string, (generation: ComparedGeneration) => string | number>;

/**
 * `weights` are a prompt's where its words are the same; `learned` is a word or style that both prompts name, taught
 * in another way or not yet.
 */
export type DifferingField = keyof typeof SETTINGS | 'prompt' | 'weights' | 'learned' | 'seed';

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
  start: 'the picture that it began with',
  mask: 'the mask',
  controls: 'the control',
  hires: 'the second, larger pass',
  upscale: 'the enlargement',
  guidanceRescale: 'the held-back contrast',
  variation: 'the variation of the noise',
  learned: 'what the model has learned',
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
  if (differInLearned(all)) differing.push('learned');

  const leftSeeds = new Set(left.map(({ seed }) => seed));
  const rightSeeds = new Set(right.map(({ seed }) => seed));
  const sharedSeeds = [...leftSeeds].filter((seed) => rightSeeds.has(seed));
  if (sharedSeeds.length < Math.max(leftSeeds.size, rightSeeds.size)) differing.push('seed');
  return { differing, sharedSeeds, controlled: differing.length === 1 };
}

/** All settings but the seed as one text: pictures that agree in it belong to one side of a test. */
export function settingsKey(generation: ComparedGeneration): string {
  const readers = [readWords, readWeights, ...Object.values(SETTINGS)];
  return JSON.stringify([...readers.map((read) => read(generation)), ...readLearned(generation)]);
}

/** Each word or style that the prompts name, with the file that it was taught as; none before it is taught. */
function readLearned({ prompt, negativePrompt, concepts }: ComparedGeneration) {
  const files = new Map(readConcepts(concepts ?? []).map(({ name, sha256 }) => [name, sha256]));
  const names = readConceptTags(`${prompt} ${negativePrompt}`).map(({ name }) => name);
  return new Map([...new Set(names)].sort().map((name) => [name, files.get(name) ?? '']));
}

/** A word that only one of the prompts names is a difference of the prompts already. */
function differInLearned(all: ComparedGeneration[]): boolean {
  const seen = new Map<string, string>();
  return all.map(readLearned).some((learned) =>
    [...learned].some(([name, file]) => {
      const before = seen.get(name) ?? file;
      seen.set(name, before);
      return before !== file;
    }),
  );
}

/** PostgreSQL gives a JSON object's keys back in an order of its own. */
function sortedKeys(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
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
