/** What the columns or the rows of a grid may stand for, in the words of the page. */
export const GRID_FIELDS = {
  words: 'Words in the prompt',
  prompt: 'Prompt',
  negativePrompt: 'Negative prompt',
  seed: 'Seed',
  steps: 'Steps',
  guidance: 'Guidance',
  sampler: 'Sampler',
  schedule: 'Noise schedule',
  size: 'Size',
  strength: 'Strength',
  controlWeight: 'Weight of the control',
  modelId: 'Model',
} as const;

export type GridField = keyof typeof GRID_FIELDS;
export const GRID_FIELD_IDS = Object.keys(GRID_FIELDS) as [GridField, ...GridField[]];

/** Values of these are texts in which a comma may stand: one a line, or parted by semicolons. */
export const TEXT_FIELDS: readonly GridField[] = ['prompt', 'negativePrompt'];
