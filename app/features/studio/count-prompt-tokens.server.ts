import path from 'node:path';
import { z } from 'zod';
import { env } from '#app/platform/env.server.ts';
import { DIALECTS } from '#worker/engine/contract/request.ts';
import { parsePrompt } from '#worker/engine/prompt/prompt.ts';
import { countTokens } from '#worker/engine/tokenizer/chunks.ts';
import { loadTokenizer } from '#worker/engine/tokenizer/load-tokenizer.ts';
import type { Tokenizer } from '#worker/engine/tokenizer/tokenizer.ts';
import { findModels } from './find-models.server.ts';

export const tokenFormSchema = z.object({
  prompt: z.string().max(4000),
  dialect: z.enum(DIALECTS),
  modelId: z.string().max(64),
});

/** Tokenizers take a moment to load and are asked at every pause in typing. */
const loaded = new Map<string, Promise<Tokenizer>>();

/**
 * How many tokens the words of a prompt make for a model; null where there is no such model, or where its
 * tokenizer can't be read, which the engine says when the model is used.
 */
export async function countPromptTokens(
  form: z.infer<typeof tokenFormSchema>,
): Promise<number | null> {
  const { prompt, dialect, modelId } = form;
  if (!loaded.has(modelId)) {
    const models = await findModels();
    if (!models.some(({ id }) => id === modelId)) return null;
    loaded.set(modelId, loadTokenizer(path.join(env().EASEL_MODELS_DIR, modelId, 'tokenizer')));
  }
  const tokenizer = await loaded.get(modelId)?.catch(() => null);
  if (tokenizer) return countTokens(parsePrompt(prompt, dialect).parts, tokenizer);
  loaded.delete(modelId);
  return null;
}
