import { z } from 'zod';

/** The studio's form as it is typed: every field a text, so that what is half typed survives too. */
export const draftSchema = z.object({
  prompt: z.string(),
  negativePrompt: z.string(),
  dialect: z.string(),
  /** Empty while every picture gets a new seed. */
  seed: z.string(),
  steps: z.string(),
  guidance: z.string(),
  sampler: z.string(),
  schedule: z.string(),
  size: z.string(),
  modelId: z.string(),
  /** The generation whose settings these started from. */
  parentId: z.string(),
  /** Empty, or the picture that the run begins from. */
  startPictureId: z.string().default(''),
  strength: z.string().default('0.6'),
  /** A PNG in a data URL, or `generation:ID` for what that one was drawn with. */
  mask: z.string().default(''),
  maskBlurPx: z.string().default('4'),
  maskContent: z.string().default('original'),
  maskArea: z.string().default('whole'),
  maskPaddingPx: z.string().default('32'),
  control: z.string().default(''),
  controlType: z.string().default('scribble'),
  controlWeight: z.string().default('1'),
  controlStart: z.string().default('0'),
  controlEnd: z.string().default('1'),
  hiresScale: z.string().default(''),
  hiresStrength: z.string().default('0.5'),
  guidanceRescale: z.string().default(''),
});

export type Draft = z.infer<typeof draftSchema>;

interface ModelDefaults {
  id: string;
  sidePx: number;
  defaults: { steps: number; guidance: number; sampler: string };
}

/** An empty prompt with the settings that a model does best with. */
export function emptyDraft(model: ModelDefaults): Draft {
  return draftSchema.parse({
    prompt: '',
    negativePrompt: '',
    dialect: 'classroom',
    seed: '',
    parentId: '',
    ...modelSettings(model),
  });
}

/** The settings that change with the model. */
export function modelSettings({ id, sidePx, defaults }: ModelDefaults) {
  return {
    modelId: id,
    steps: String(defaults.steps),
    guidance: String(defaults.guidance),
    sampler: defaults.sampler,
    schedule: 'default',
    size: `${sidePx}x${sidePx}`,
  };
}

/** WebUI and torch draw seeds from 32 bits. */
export function drawSeed(): string {
  return String(crypto.getRandomValues(new Uint32Array(1))[0]);
}
