import { EngineError } from '../contract/errors.ts';
import type { Model } from '../runtime/model.ts';
import type { FloatTensor } from '../runtime/tensor.ts';
import type { TextEncoder } from '../runtime/text-encoder.ts';
import type { TokenChunk } from '../tokenizer/chunks.ts';
import { chooseHidden } from './choose-hidden.ts';
import type { EncodedText } from './conditioning.ts';
import { leaveOut } from './leave-out.ts';
import type { ChunkLayer } from './leave-out.ts';
import type { RunContext } from './run-context.ts';
import { weightTokens } from './weight-tokens.ts';

/** A chunk of a text as each of the model's text encoders reads it. */
export type ReadChunk = readonly TokenChunk[];

/** Encoded chunks that a model keeps: a class draws the same few prompts again and again. */
const MOST_KEPT = 256;
/** Begin, 75 tokens, end. */
const CHUNK_IDS = 77;
const kept = new WeakMap<TextEncoder, Map<string, EncodedText>>();

/**
 * Encodes chunks one by one and joins them on the token axis, the vectors of several encoders on
 * the other: [tokens, width]. The text as a whole is the first chunk's, as in WebUI.
 *
 * @param clipSkip see `choose-hidden.ts`
 * @throws EngineError `bad-request` naming `clipSkip` where the encoder has no such layer.
 */
export async function encodeChunks(
  model: Model,
  chunks: readonly ReadChunk[],
  clipSkip: number | undefined,
  context: RunContext,
): Promise<EncodedText> {
  const encoded: EncodedText[] = [];
  for (const chunk of chunks) {
    const parts: EncodedText[] = [];
    for (const [i, encoder] of model.textEncoders.entries()) {
      parts.push(await recall(model, encoder, chunk[i]!, clipSkip, context));
    }
    encoded.push({ text: joinWidths(parts), pooled: parts.at(-1)!.pooled });
  }
  return { text: joinTokens(encoded), pooled: encoded[0]!.pooled };
}

/**
 * Which of a chunk's ids an encoder's first vector stands for: the first one, unless it gives fewer
 * vectors than there are ids.
 */
export function vectorOffset({ conditioningOffset }: Model, vectors: number): number {
  return vectors === CHUNK_IDS ? 0 : (conditioningOffset ?? 1);
}

async function recall(
  model: Model,
  encoder: TextEncoder,
  chunk: TokenChunk,
  clipSkip: number | undefined,
  context: RunContext,
): Promise<EncodedText> {
  const known = kept.get(encoder) ?? new Map<string, EncodedText>();
  kept.set(encoder, known);
  const key = `${chunk.ids.join()} ${chunk.weights.join()} ${clipSkip ?? ''}`;
  const encoded = known.get(key) ?? (await encodeChunk(model, encoder, chunk, clipSkip, context));
  known.delete(key);
  known.set(key, encoded);
  if (known.size > MOST_KEPT) known.delete(known.keys().next().value!);
  return encoded;
}

async function encodeChunk(
  model: Model,
  encoder: TextEncoder,
  chunk: TokenChunk,
  clipSkip: number | undefined,
  context: RunContext,
): Promise<EncodedText> {
  const { ids, weights } = chunk;
  if (model.lowWeights === 'leave-out' && weights.some((weight) => weight < 1)) {
    const layers = leaveOut(chunk, encoder.tokenizer.padId);
    const read = layers.map((layer) => recall(model, encoder, layer.chunk, clipSkip, context));
    return blendLayers(layers, await Promise.all(read));
  }
  const feeds = { input_ids: { data: Float32Array.from(ids), dims: [1, ids.length] } };
  const outputs = await encoder.graph.run(feeds, context.clock);
  const isXl = model.textEncoders.length > 1;
  const hidden = await chooseHidden(encoder, outputs, clipSkip, isXl);
  const [, tokens, width] = hidden.dims;
  if (tokens === undefined || width === undefined || tokens > ids.length) {
    throw new EngineError('run-failed', 'The text encoder gives no vector for each token.');
  }
  const offset = vectorOffset(model, tokens);
  weightTokens(hidden.data, width, weights.slice(offset, offset + tokens));
  const text = { data: hidden.data, dims: [tokens, width] };
  return { text, pooled: isXl ? outputs['text_embeds']?.data : undefined };
}

/** Each layer's vectors where they belong, times its share. */
function blendLayers(layers: readonly ChunkLayer[], read: readonly EncodedText[]): EncodedText {
  const { text, pooled } = read[0]!;
  const [tokens, width] = text.dims as [number, number];
  const blended = {
    text: { dims: text.dims, data: new Float32Array(text.data.length) },
    pooled: pooled && new Float32Array(pooled.length),
  };
  layers.forEach(({ share, places }, k) => {
    // An encoder that gives no vector for the first ids leaves out what is never left out.
    const offset = places.length - tokens;
    read[k]!.text.data.forEach((value, i) => {
      const place = places[offset + Math.floor(i / width)]! - offset;
      blended.text.data[place * width + (i % width)]! += share * value;
    });
    read[k]!.pooled?.forEach((value, i) => (blended.pooled![i]! += share * value));
  });
  return blended;
}

function joinTokens(parts: readonly EncodedText[]): FloatTensor {
  const [first] = parts;
  if (parts.length === 1) return first!.text;
  const { data: firstData, dims } = first!.text;
  const data = new Float32Array(parts.length * firstData.length);
  parts.forEach(({ text }, i) => data.set(text.data, i * firstData.length));
  return { data, dims: [parts.length * dims[0]!, dims[1]!] };
}

/** Puts each token's vectors beside one another. */
function joinWidths(parts: readonly EncodedText[]): FloatTensor {
  const [first] = parts;
  if (parts.length === 1) return first!.text;
  const tokens = first!.text.dims[0]!;
  const width = parts.reduce((sum, { text }) => sum + text.dims[1]!, 0);
  const data = new Float32Array(tokens * width);
  let column = 0;
  for (const { text } of parts) {
    const own = text.dims[1]!;
    for (let token = 0; token < tokens; token++) {
      const vector = text.data.subarray(token * own, (token + 1) * own);
      data.set(vector, token * width + column);
    }
    column += own;
  }
  return { data, dims: [tokens, width] };
}
