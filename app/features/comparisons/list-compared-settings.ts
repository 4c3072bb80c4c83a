import { readConcepts } from '#app/features/concepts/concept-record.ts';
import { SAMPLER_NAMES, SCHEDULE_NAMES } from '#app/features/pictures/sampler-names.ts';
import { FIELD_NAMES } from './find-differing-fields.ts';
import type { ComparedGeneration, DifferingField } from './find-differing-fields.ts';

export interface ComparedSetting {
  name: string;
  /** One for each picture, in their order. */
  values: string[];
  isDiffering: boolean;
}

const SAMPLERS: Record<string, string> = SAMPLER_NAMES;
const SCHEDULES: Record<string, string> = SCHEDULE_NAMES;

/** How a page writes each setting; what has no short form says only whether it is there. */
const PRINTED = {
  negativePrompt: ({ negativePrompt }) => negativePrompt,
  seed: ({ seed }) => String(seed),
  steps: ({ steps }) => String(steps),
  guidance: ({ guidance }) => String(guidance),
  sampler: ({ sampler, schedule }) =>
    [SAMPLERS[sampler] ?? sampler, schedule === 'default' ? [] : (SCHEDULES[schedule] ?? schedule)]
      .flat()
      .join(', '),
  size: ({ widthPx, heightPx }) => `${widthPx} × ${heightPx}`,
  modelId: ({ modelId }) => modelId,
  mode: ({ mode }) => mode.replaceAll('-', ' '),
  noiseSource: ({ noiseSource }) => noiseSource,
  strength: ({ strength }) => (strength === null ? '' : String(strength)),
  start: ({ startSha256 }) => startSha256?.slice(0, 8) ?? '',
  mask: ({ maskSha256 }) => maskSha256?.slice(0, 8) ?? '',
  controls: ({ controls }) => (Array.isArray(controls) && controls.length > 0 ? 'a control' : ''),
  hires: ({ hiresScale }) => (hiresScale ? `× ${hiresScale}` : ''),
  upscale: ({ upscale }) => (upscale ? `× ${upscale}` : ''),
  guidanceRescale: ({ guidanceRescale }) => String(guidanceRescale ?? ''),
  variation: ({ variationSeed, variationStrength }) =>
    variationStrength ? `${variationStrength} of seed ${variationSeed}` : '',
  learned: ({ concepts }) =>
    readConcepts(concepts ?? [])
      .map(({ name, sha256 }) => `${name} ${sha256.slice(0, 8)}`)
      .join(', '),
} satisfies Partial<Record<DifferingField, (one: ComparedGeneration) => string>>;

/** The settings of pictures beside each other, the differing ones first; what none of them uses is left out. */
export function listComparedSettings(
  generations: ComparedGeneration[],
  differing: readonly DifferingField[],
): ComparedSetting[] {
  return Object.entries(PRINTED)
    .map(([field, print]) => ({
      name: FIELD_NAMES[field as DifferingField].replace(/^the /, ''),
      values: generations.map((generation) => print(generation)),
      isDiffering: differing.includes(field as DifferingField),
    }))
    .filter(({ values, isDiffering }) => isDiffering || values.some((value) => value !== ''))
    .sort((a, b) => Number(b.isDiffering) - Number(a.isDiffering));
}
