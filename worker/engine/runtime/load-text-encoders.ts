import path from 'node:path';
import { teachWords } from '../embeddings/teach-words.ts';
import type { LearnedWord } from '../embeddings/read-words.ts';
import type { ConceptWord } from '../tokenizer/chunks.ts';
import { loadTokenizer } from '../tokenizer/load-tokenizer.ts';
import type { Tokenizer } from '../tokenizer/tokenizer.ts';
import { GraphFile } from './onnx/graph-file.ts';
import type { GraphEdits } from './onnx/graph-edits.ts';
import { PARTS } from './parts.ts';
import type { ModelGraphs } from './parts.ts';
import type { Graph } from './session.ts';
import { hiddenStatesOf } from './text-encoder.ts';
import type { LayerNorm, TextEncoder } from './text-encoder.ts';

/** A text encoder's tokenizer and words, before its graph is open. */
export interface TextReader {
  part: 'textEncoder' | 'textEncoder2';
  tokenizer: Tokenizer;
  concepts: readonly ConceptWord[];
}

const READERS = [
  { part: 'textEncoder', tokenizer: 'tokenizer' },
  { part: 'textEncoder2', tokenizer: 'tokenizer_2' },
] as const;

/**
 * Loads the tokenizers of a model folder and teaches its text encoders their learned words.
 *
 * @throws EngineError `bad-model` naming the file at fault.
 */
export async function loadTextReaders(
  dir: string,
  edits: GraphEdits,
  words: readonly LearnedWord[],
  hasSecond: boolean,
): Promise<TextReader[]> {
  const readers: TextReader[] = [];
  for (const { part, tokenizer: folder } of hasSecond ? READERS : READERS.slice(0, 1)) {
    const tokenizer = await loadTokenizer(path.join(dir, folder));
    const concepts = await teachWords(edits, PARTS[part].file, words, readers.length);
    readers.push({ part, tokenizer, concepts });
  }
  return readers;
}

/** Joins each reader with its open graph. */
export function openTextEncoders(
  dir: string,
  readers: readonly TextReader[],
  graphs: ModelGraphs,
): TextEncoder[] {
  return readers.map(({ part, ...reader }) => {
    const graph: Graph = graphs[part]!;
    const { file } = PARTS[part];
    let norm: Promise<LayerNorm | undefined> | undefined;
    return {
      ...reader,
      graph,
      file,
      hiddenStates: hiddenStatesOf(graph),
      readFinalNorm: () => (norm ??= readFinalNorm(path.join(dir, file), file)),
    };
  });
}

/** The last norm's weights keep their name in every export; a graph has no output behind it. */
async function readFinalNorm(place: string, file: string): Promise<LayerNorm | undefined> {
  const graph = await GraphFile.read(place, file);
  const read = async (ending: string) => {
    const name = [...graph.weightNames()].find((known) => known.endsWith(ending));
    return name === undefined ? undefined : graph.readWeight(name);
  };
  const scale = await read('final_layer_norm.weight');
  const shift = await read('final_layer_norm.bias');
  return scale && shift && { scale, shift };
}
