import { z } from 'zod';
import type { GenerationRequest, MaskImage, RgbImage } from '#worker/engine/contract/request.ts';
import type { GenerateOptions } from '#worker/engine/engine.ts';
import {
  schedulerConfigSchema,
  type FolderSchedulerConfig,
} from '#worker/engine/samplers/scheduler-config.ts';

const caseSchema = z.object({
  name: z.string().regex(/^[\w.-]+$/, 'A name is a file name without an ending.'),
  mode: z.enum(['txt2img', 'img2img', 'inpaint', 'controlnet']).default('txt2img'),
  prompt: z.string(),
  promptWeights: z.array(z.tuple([z.string(), z.number()])).optional(),
  negativePrompt: z.string().default(''),
  scheduler: z.string(),
  schedulerConfig: z.record(z.unknown()).default({}),
  width: z.number().int(),
  height: z.number().int(),
  seeds: z.array(z.number().int()).min(1),
  steps: z.number().int(),
  guidanceScale: z.number(),
  image: z.string().optional(),
  strength: z.number().default(1),
  maskRect: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
  controlImage: z.string().optional(),
  controlScale: z.number().default(1),
  controlStart: z.number().default(0),
  controlEnd: z.number().default(1),
});
export type ConformanceCase = z.infer<typeof caseSchema>;

const caseListSchema = z.array(z.object({ name: z.string() }).passthrough());

/** `pictures.json`: `cases`, or the bare list. A case is checked when its turn comes. */
export const caseFileSchema = z.union([
  z.object({ cases: caseListSchema }).transform(({ cases }) => cases),
  caseListSchema,
]);

/** Reads one case; throws a ZodError that names the field. */
export function parseCase(value: unknown): ConformanceCase {
  return caseSchema.parse(value);
}

/** What the engine is asked for so that it does what diffusers did for the case. */
export function requestOfCase(
  given: ConformanceCase,
  folder: FolderSchedulerConfig,
): { request: GenerationRequest; options: GenerateOptions } {
  const weighted = given.promptWeights?.map(([text, weight]) => ({ text, weight }));
  const literal = (text: string) => [{ text, weight: 1 }];
  const scheduler = schedulerConfigSchema.parse({
    ...folder,
    ...given.schedulerConfig,
    _class_name: given.scheduler,
  });
  return {
    request: {
      prompt: given.prompt,
      negativePrompt: given.negativePrompt,
      dialect: 'webui',
      seeds: given.seeds.map(BigInt),
      widthPx: given.width,
      heightPx: given.height,
      steps: given.steps,
      guidance: given.guidanceScale,
      schedule: 'default',
      noiseSource: 'torch-cpu',
      ...pictures(given),
    },
    // diffusers cuts a prompt after its first chunk.
    options: {
      scheduler,
      parts: {
        prompt: weighted ?? literal(given.prompt),
        negativePrompt: literal(given.negativePrompt),
      },
      ...(weighted ? {} : { maxChunks: 1 }),
    },
  };
}

function pictures(given: ConformanceCase): Partial<GenerationRequest> {
  const { image, strength, maskRect, controlImage, width, height } = given;
  return {
    ...(image && { start: { image: rgb(image, width, height), strength } }),
    ...(maskRect && {
      inpaint: {
        mask: rectangleMask(maskRect, width, height),
        blurPx: 0,
        content: 'original',
        area: 'whole',
        paddingPx: 0,
        keepOutside: false,
      },
    }),
    ...(controlImage && {
      controls: [
        {
          image: rgb(controlImage, width, height),
          weight: given.controlScale,
          start: given.controlStart,
          end: given.controlEnd,
        },
      ],
    }),
  };
}

function rgb(base64: string, widthPx: number, heightPx: number): RgbImage {
  return { widthPx, heightPx, data: new Uint8Array(Buffer.from(base64, 'base64')) };
}

function rectangleMask(
  [x0, y0, x1, y1]: [number, number, number, number],
  widthPx: number,
  heightPx: number,
): MaskImage {
  const data = new Uint8Array(widthPx * heightPx);
  for (let y = y0; y < y1; y++) data.fill(255, y * widthPx + x0, y * widthPx + x1);
  return { widthPx, heightPx, data };
}
