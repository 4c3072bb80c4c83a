import { EngineError } from '../contract/errors.ts';
import type { GraphEdits } from '../runtime/onnx/graph-edits.ts';
import type { GraphFile } from '../runtime/onnx/graph-file.ts';
import type { ConceptWord } from '../tokenizer/chunks.ts';
import type { LearnedWord } from './read-words.ts';

const PASSED_ON = new Set(['Cast', 'Identity']);

/**
 * Gives a text encoder the vectors of learned words: its table of token embeddings grows by a row
 * a vector, so that the graph needs no other input. The ids follow those of the table.
 *
 * @param which the encoder's place in the model: 0, or 1 for Stable Diffusion XL's second
 * @returns what a prompt's words become
 * @throws EngineError `bad-model` naming the word's file where the encoder can't take its vectors.
 */
export async function teachWords(
  edits: GraphEdits,
  file: string,
  words: readonly LearnedWord[],
  which: number,
): Promise<ConceptWord[]> {
  if (words.length === 0) return [];
  const graph = (await edits.open(file))!;
  const table = findTable(graph);
  const rows = table === undefined ? undefined : await graph.readWeight(table);
  const [count = 0, width = 0] = table === undefined ? [] : (graph.weightDims(table) ?? []);
  const taken: Float32Array[] = rows ? [rows] : [];
  let nextId = count;
  const concepts = words.map(({ name, file: from, vectors }) => {
    const own = vectors[which];
    if (!rows) throw unfit(from, `${file} has no table of token embeddings in floats`);
    if (!own) throw unfit(from, 'it has no vectors for this model’s second text encoder');
    if (own.dims[1] !== width) {
      throw unfit(from, `its vectors are ${own.dims[1]} wide, those of this model ${width}`);
    }
    const vectorIds = Array.from({ length: own.dims[0]! }, () => nextId++);
    taken.push(own.data);
    return { name, vectorIds };
  });
  graph.replaceWeight(table!, [nextId, width], joinRows(taken));
  return concepts;
}

/** Token embeddings are the longest table that the graph looks rows up in. */
function findTable(graph: GraphFile): string | undefined {
  const makers = new Map(graph.nodes.flatMap((node) => node.outputs.map((out) => [out, node])));
  const tables = graph.nodes
    .filter(({ opType }) => opType === 'Gather')
    .map(({ inputs }) => {
      let table = inputs[0] ?? '';
      for (let maker = makers.get(table); maker; maker = makers.get(table)) {
        table = PASSED_ON.has(maker.opType) ? (maker.inputs[0] ?? '') : '';
      }
      return { table, dims: graph.weightDims(table) ?? [] };
    })
    .filter(({ dims }) => dims.length === 2)
    .sort((a, b) => b.dims[0]! - a.dims[0]!);
  return tables[0]?.table;
}

function joinRows(parts: readonly Float32Array[]): Float32Array {
  const joined = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

function unfit(file: string, why: string): EngineError {
  return new EngineError('bad-model', `The word in ${file} does not fit this model: ${why}.`, file);
}
