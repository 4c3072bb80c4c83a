import { EngineError } from '../contract/errors.ts';
import type { Model } from '../runtime/model.ts';
import type { FloatTensor } from '../runtime/tensor.ts';
import type { TokenChunk } from '../tokenizer/chunks.ts';
import type { RunContext } from './run-context.ts';
import { weightTokens } from './weight-tokens.ts';

/** Encoded chunks that a model keeps: a class draws the same few prompts again and again. */
const MOST_KEPT = 256;
/** Begin mark, 75 tokens, end mark. */
const CHUNK_IDS = 77;
const kept = new WeakMap<Model, Map<string, FloatTensor>>();

/** Encodes chunks one by one and joins them on the token axis: [tokens, width]. */
export async function encodeChunks(
  model: Model,
  chunks: readonly TokenChunk[],
  context: RunContext,
): Promise<FloatTensor> {
  const encoded: FloatTensor[] = [];
  for (const chunk of chunks) encoded.push(await recall(model, chunk, context));
  const [first] = encoded;
  if (encoded.length === 1) return first!;
  const data = new Float32Array(encoded.length * first!.data.length);
  encoded.forEach((part, i) => data.set(part.data, i * first!.data.length));
  return { data, dims: [encoded.length * first!.dims[0]!, first!.dims[1]!] };
}

/** Which of a chunk's ids the encoder's first vector stands for, where it gives so many. */
export function vectorOffset({ conditioningOffset }: Model, vectors: number): number {
  return vectors === CHUNK_IDS ? 0 : (conditioningOffset ?? 1);
}

async function recall(model: Model, chunk: TokenChunk, context: RunContext): Promise<FloatTensor> {
  const ofModel = kept.get(model) ?? new Map<string, FloatTensor>();
  kept.set(model, ofModel);
  const key = `${chunk.ids.join()} ${chunk.weights.join()}`;
  const known = ofModel.get(key);
  const encoded = known ?? (await encodeChunk(model, chunk, context));
  ofModel.delete(key);
  ofModel.set(key, encoded);
  if (ofModel.size > MOST_KEPT) ofModel.delete(ofModel.keys().next().value!);
  return encoded;
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
  const offset = vectorOffset(model, tokens);
  weightTokens(hidden.data, width, weights.slice(offset, offset + tokens));
  return { data: hidden.data, dims: [tokens, width] };
}
