import { locateWords } from '../attention/locate-words.ts';
import type { Dialect } from '../contract/request.ts';
import { planPrompt } from '../prompt/prompt.ts';
import type { PlannedPrompt, PromptPart } from '../prompt/prompt.ts';
import type { Model } from '../runtime/model.ts';
import { chunkParts, encodeText } from '../tokenizer/chunks.ts';
import type { Conditioning, EncodedText, TextRow } from './conditioning.ts';
import { encodeChunks, vectorOffset } from './encode-chunks.ts';
import type { ReadChunk } from './encode-chunks.ts';
import type { RunContext } from './run-context.ts';

export interface PromptPair {
  prompt: string;
  negativePrompt: string;
  dialect: Dialect;
  guidance: number;
  steps: number;
  seeds: readonly bigint[];
  /** Prompts that are parsed already, in place of the texts. */
  parts?: { prompt: PromptPart[]; negativePrompt: PromptPart[] } | undefined;
  /** How many chunks of 75 tokens are read; all where it is missing. */
  maxChunks?: number | undefined;
  /** Which layer of the text encoder is read, from the last one on: 1, or the model's own. */
  clipSkip?: number | undefined;
}

/** A row of the batch whose texts are not encoded yet. */
interface ChunkedRow extends Omit<TextRow, 'schedule'> {
  schedule: { untilStep: number; parts: PromptPart[]; chunks: ReadChunk[] }[];
}

/**
 * Encodes what a run reads: the prompts of each picture (`AND` makes several, a wildcard differs by
 * seed) and, where guidance acts, the negative prompt. All texts are padded with empty chunks to
 * the longest, so that they fit one batch.
 *
 * @throws EngineError `run-failed` where the encoder's output has no shape that tokens fit.
 */
export async function encodePrompts(
  model: Model,
  pair: PromptPair,
  context: RunContext,
): Promise<Conditioning> {
  const { guidance, maxChunks, clipSkip } = pair;
  const chunk = (parts: PromptPart[]) => readChunks(model, parts, maxChunks);
  const isGuided = guidance > 1 && !model.guidanceEmbeddingWidth;
  const rows = [...(isGuided ? negativeRows(pair, chunk) : []), ...positiveRows(pair, chunk)];
  const lengths = rows.flatMap(({ schedule }) => schedule.map(({ chunks }) => chunks.length));
  const longest = Math.max(...lengths);
  const [empty] = chunk([]);
  const encoded: TextRow[] = [];
  for (const row of rows) {
    const schedule: TextRow['schedule'] = [];
    for (const { untilStep, parts, chunks } of row.schedule) {
      const filling = new Array<ReadChunk>(longest - chunks.length).fill(empty!);
      const whole = await encodeChunks(model, [...chunks, ...filling], clipSkip, context);
      const isNothing = row.isNegative && model.zeroesEmptyNegative && isEmpty(parts);
      const { text, pooled } = isNothing ? zeroed(whole) : whole;
      const vectorsPerChunk = text.dims[0]! / longest;
      const offset = vectorOffset(model, vectorsPerChunk);
      const { tokenizer, concepts } = model.textEncoders[0]!;
      const encode = (word: string) => encodeText(word, tokenizer, concepts);
      const read = chunks.map(([first]) => first!);
      const words = locateWords(parts, read, encode, { vectorsPerChunk, offset });
      schedule.push({ untilStep, text, pooled, words });
    }
    encoded.push({ ...row, schedule });
  }
  return encoded;
}

type Chunk = (parts: PromptPart[]) => ReadChunk[];

/** Chunks a text for each text encoder; one that needs fewer chunks gets empty ones. */
function readChunks(
  { textEncoders }: Model,
  parts: PromptPart[],
  maxChunks: number | undefined,
): ReadChunk[] {
  const byEncoder = textEncoders.map(({ tokenizer, concepts }) =>
    chunkParts(parts, tokenizer, { concepts }).slice(0, maxChunks),
  );
  const count = Math.max(...byEncoder.map(({ length }) => length));
  return Array.from({ length: count }, (_, i) =>
    byEncoder.map(
      (chunks, encoder) => chunks[i] ?? chunkParts([], textEncoders[encoder]!.tokenizer)[0]!,
    ),
  );
}

function isEmpty(parts: readonly PromptPart[]): boolean {
  return parts.every((part) => !('text' in part) || part.text.trim() === '');
}

function zeroed({ text, pooled }: EncodedText): EncodedText {
  return {
    text: { ...text, data: new Float32Array(text.data.length) },
    pooled: pooled && new Float32Array(pooled.length),
  };
}

function positiveRows(pair: PromptPair, chunk: Chunk): ChunkedRow[] {
  return pair.seeds.flatMap((seed, picture) =>
    plan(pair, 'prompt', seed).map((planned) => ({
      picture,
      isNegative: false,
      share: planned.weight,
      schedule: chunkSchedule(planned, chunk),
    })),
  );
}

/** A negative prompt is one text: what `AND` joins in it is not composed. */
function negativeRows(pair: PromptPair, chunk: Chunk): ChunkedRow[] {
  return pair.seeds.map((seed, picture) => ({
    picture,
    isNegative: true,
    share: 1,
    schedule: chunkSchedule(plan(pair, 'negativePrompt', seed)[0]!, chunk),
  }));
}

function plan(
  { dialect, steps, parts, ...texts }: PromptPair,
  which: 'prompt' | 'negativePrompt',
  seed: bigint,
): PlannedPrompt[] {
  if (parts) return [{ weight: 1, schedule: [{ untilStep: steps, parts: parts[which] }] }];
  return planPrompt(texts[which], dialect, { steps, seed });
}

function chunkSchedule({ schedule }: PlannedPrompt, chunk: Chunk): ChunkedRow['schedule'] {
  return schedule.map(({ untilStep, parts }) => ({ untilStep, parts, chunks: chunk(parts) }));
}
