import { z } from 'zod';
import { DEVICES } from '#worker/engine/engine.ts';

const schema = z.object({
  EASEL_MODELS_DIR: z.string().default('models'),
  EASEL_DEVICE: z.enum(DEVICES).default('cpu'),
});

/** The settings of the inference process, which knows no database and no queue. */
export function inferenceEnv(): z.infer<typeof schema> {
  return schema.parse(process.env);
}
