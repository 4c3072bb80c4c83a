import { locateWords } from '../attention/locate-words.ts';
import type { Dialect } from '../contract/request.ts';
import { planPrompt } from '../prompt/prompt.ts';
import type { PlannedPrompt, PromptPart } from '../prompt/prompt.ts';
import type { Model } from '../runtime/model.ts';
import { chunkParts } from '../tokenizer/chunks.ts';
import type { TokenChunk } from '../tokenizer/chunks.ts';
import type { Conditioning, TextRow } from './conditioning.ts';
import { encodeChunks, vectorOffset } from './encode-chunks.ts';
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
}

/** A row of the batch whose texts are not encoded yet. */
interface ChunkedRow extends Omit<TextRow, 'schedule'> {
  schedule: { untilStep: number; parts: PromptPart[]; chunks: TokenChunk[] }[];
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
  const { guidance, maxChunks } = pair;
  const chunk = (parts: PromptPart[]) => chunkParts(parts, model.tokenizer).slice(0, maxChunks);
  const isGuided = guidance > 1 && !model.guidanceEmbeddingWidth;
  const rows = [...(isGuided ? negativeRows(pair, chunk) : []), ...positiveRows(pair, chunk)];
  const lengths = rows.flatMap(({ schedule }) => schedule.map(({ chunks }) => chunks.length));
  const longest = Math.max(...lengths);
  const [empty] = chunk([]);
  const encoded: TextRow[] = [];
  for (const row of rows) {
    const schedule: TextRow['schedule'] = [];
    for (const { untilStep, parts, chunks } of row.schedule) {
      const filling = new Array<TokenChunk>(longest - chunks.length).fill(empty!);
      const text = await encodeChunks(model, [...chunks, ...filling], context);
      const vectorsPerChunk = text.dims[0]! / longest;
      const offset = vectorOffset(model, vectorsPerChunk);
      const words = locateWords(parts, chunks, model.tokenizer, { vectorsPerChunk, offset });
      schedule.push({ untilStep, text, words });
    }
    encoded.push({ ...row, schedule });
  }
  return encoded;
}

type Chunk = (parts: PromptPart[]) => TokenChunk[];

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
