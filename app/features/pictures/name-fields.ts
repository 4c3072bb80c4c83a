const NAMES: Record<string, string> = {
  prompt: 'prompt',
  dialect: 'way of writing weights',
  negativePrompt: 'negative prompt',
  seed: 'seed',
  steps: 'steps',
  guidance: 'guidance',
  sampler: 'sampler',
  schedule: 'noise schedule',
  widthPx: 'size',
  heightPx: 'size',
  modelId: 'model',
};

/** The settings' names as pages write them, each once, in the order given. */
export function nameFields(fields: readonly string[]): string[] {
  return [...new Set(fields.map((field) => NAMES[field] ?? field))];
}
