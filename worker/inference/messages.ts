import { z } from 'zod';
import { trainingPlanSchema } from '#worker/engine/concepts/training-plan.ts';
import { generationRequestSchema } from '#worker/engine/contract/request.ts';

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const rgbImage = z.object({ widthPx: z.number(), heightPx: z.number(), data: bytes });
const floats = z.custom<Float32Array>((value) => value instanceof Float32Array);

/** What is added to a model before it draws: LoRAs, and learned words as prompts write them. */
const modelAdditionsSchema = z.object({
  loras: z.array(z.object({ name: z.string(), file: z.string(), strength: z.number() })),
  words: z.array(z.object({ name: z.string(), file: z.string() })),
});
export type ModelAdditions = z.infer<typeof modelAdditionsSchema>;
export const NOTHING_ADDED: ModelAdditions = { loras: [], words: [] };

/** What the worker asks of the inference process. */
export const inferenceAskSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('generate'),
    id: z.number().int(),
    modelId: z.string(),
    additions: modelAdditionsSchema.default(NOTHING_ADDED),
    request: generationRequestSchema,
  }),
  z.object({
    kind: z.literal('enlarge'),
    id: z.number().int(),
    /** Its folder's name. */
    upscaler: z.string(),
    image: rgbImage,
    /** The size that comes out. */
    widthPx: z.number().int(),
    heightPx: z.number().int(),
  }),
  z.object({
    kind: z.literal('train'),
    id: z.number().int(),
    modelId: z.string(),
    plan: trainingPlanSchema,
    /** The checkpoint to go on from. */
    from: bytes.optional(),
  }),
  z.object({ kind: z.literal('cancel'), id: z.number().int() }),
]);
export type InferenceAsk = z.infer<typeof inferenceAskSchema>;

/** The longer side of a thumbnail. */
export const THUMBNAIL_SIDE_PX = 320;

/** A finished picture: raw for the gate, encoded for the storage. */
export const madePictureSchema = z.object({
  image: rgbImage,
  /** PNG with the settings as infotext. */
  png: bytes,
  /** WebP, small enough for a grid. */
  thumbnail: bytes,
  modelHash: z.string(),
  totalMs: z.number(),
  /** Where each word of the prompt acted, where the request asks for it. */
  heatmaps: z
    .array(z.object({ text: z.string(), height: z.number(), width: z.number(), values: floats }))
    .optional(),
});
export type MadePicture = z.infer<typeof madePictureSchema>;

const stepLosses = z.array(z.object({ step: z.number().int(), loss: z.number() }));

/** How a training stands: what to go on from, and what can be used of it by now. */
const trainingNewsSchema = z.object({
  step: z.number().int(),
  losses: stepLosses,
  checks: stepLosses,
  checkpoint: bytes,
  /** The word or style in a file that other tools read, as it was best so far. */
  conceptFile: bytes,
});
export type TrainingNews = z.infer<typeof trainingNewsSchema>;

/** What the inference process answers. */
export const inferenceReplySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({
    kind: z.literal('step'),
    id: z.number().int(),
    step: z.number().int(),
    steps: z.number().int(),
    /** A few pixels wide; absent where the last one was sent a moment ago. */
    previewPng: bytes.optional(),
  }),
  z.object({ kind: z.literal('made'), id: z.number().int(), picture: madePictureSchema }),
  z.object({
    kind: z.literal('learning'),
    id: z.number().int(),
    step: z.number().int(),
    loss: z.number(),
  }),
  z.object({ kind: z.literal('checkpoint'), id: z.number().int(), news: trainingNewsSchema }),
  z.object({ kind: z.literal('taught'), id: z.number().int() }),
  z.object({
    kind: z.literal('failed'),
    id: z.number().int(),
    code: z.string(),
    message: z.string(),
  }),
]);
export type InferenceReply = z.infer<typeof inferenceReplySchema>;
