import { EngineError } from '../contract/errors.ts';
import type { Dialect } from '../contract/request.ts';
import { parsePrompt } from '../prompt/prompt.ts';
import type { Model } from '../runtime/model.ts';
import type { FloatTensor } from '../runtime/tensor.ts';
import { chunkParts } from '../tokenizer/chunks.ts';
import type { TokenChunk } from '../tokenizer/chunks.ts';
import type { RunContext } from './run-context.ts';
import { weightTokens } from './weight-tokens.ts';

/** Text as the UNet takes it, [tokens, width]; `negative` is there only where guidance acts. */
export interface Conditioning {
  positive: FloatTensor;
  negative: FloatTensor | undefined;
}

export interface PromptPair {
  prompt: string;
  negativePrompt: string;
  dialect: Dialect;
  guidance: number;
  /** How many chunks of 75 tokens are read; all where it is missing. */
  maxChunks?: number | undefined;
}

/**
 * Encodes prompt and negative prompt. The shorter of the two is padded with empty chunks, so that
 * both halves of guidance have the same length.
 *
 * @throws EngineError `run-failed` where the encoder's output has no shape that tokens fit.
 */
export async function encodePrompts(
  model: Model,
  { prompt, negativePrompt, dialect, guidance, maxChunks }: PromptPair,
  context: RunContext,
): Promise<Conditioning> {
  const chunksOf = (text: string) =>
    chunkParts(parsePrompt(text, dialect).parts, model.tokenizer, { maxChunks });
  const positive = chunksOf(prompt);
  if (guidance <= 1 || model.guidanceEmbeddingWidth) {
    return { positive: await encodeChunks(model, positive, context), negative: undefined };
  }
  const negative = chunksOf(negativePrompt);
  const empty = chunkParts([], model.tokenizer)[0]!;
  while (negative.length < positive.length) negative.push(empty);
  while (positive.length < negative.length) positive.push(empty);
  return {
    positive: await encodeChunks(model, positive, context),
    negative: await encodeChunks(model, negative, context),
  };
}

/** Encodes chunks one by one and joins them on the token axis. */
async function encodeChunks(
  model: Model,
  chunks: readonly TokenChunk[],
  context: RunContext,
): Promise<FloatTensor> {
  const encoded: FloatTensor[] = [];
  for (const chunk of chunks) encoded.push(await encodeChunk(model, chunk, context));
  const [first] = encoded;
  const data = new Float32Array(encoded.length * first!.data.length);
  encoded.forEach((part, i) => data.set(part.data, i * first!.data.length));
  return { data, dims: [encoded.length * first!.dims[0]!, first!.dims[1]!] };
}

async function encodeChunk(
  model: Model,
  { ids, weights }: TokenChunk,
  context: RunContext,
): Promise<FloatTensor> {
  const encoder = model.graphs.textEncoder;
  const feeds = { input_ids: { data: Float32Array.from(ids), dims: [1, ids.length] } };
  const outputs = await encoder.run(feeds, context.clock);
  const hidden = outputs['last_hidden_state'] ?? Object.values(outputs)[0]!;
  const [, tokens, width] = hidden.dims;
  if (tokens === undefined || width === undefined || tokens > ids.length) {
    throw new EngineError('run-failed', 'The text encoder gives no vector for each token.');
  }
  const offset = tokens === ids.length ? 0 : (model.conditioningOffset ?? 1);
  weightTokens(hidden.data, width, weights.slice(offset, offset + tokens));
  return { data: hidden.data, dims: [tokens, width] };
}
