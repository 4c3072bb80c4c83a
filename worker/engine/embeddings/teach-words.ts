import { EngineError } from '../contract/errors.ts';
import type { GraphEdits } from '../runtime/onnx/graph-edits.ts';
import type { ConceptWord } from '../tokenizer/chunks.ts';
import { findTokenTable } from './find-token-table.ts';
import type { LearnedWord } from './read-words.ts';

/**
 * Gives a text encoder the vectors of learned words: its table of token embeddings grows by a row
 * a vector, so that the graph needs no other input. The ids follow those of the table, or of the
 * list that gives other ids in place of a prompt's.
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
  const { table, renumberings = [] } = findTokenTable(graph) ?? {};
  const rows = table === undefined ? undefined : await graph.readWeight(table);
  const [count = 0, width = 0] = table === undefined ? [] : (graph.weightDims(table) ?? []);
  const taken: Float32Array[] = rows ? [rows] : [];
  const lists = renumberings.map((name) => ({ name, ids: graph.readWholes(name) ?? [] }));
  const firstId = lists[0]?.ids.length ?? count;
  let nextId = firstId;
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
  const added = nextId - firstId;
  graph.replaceWeight(table!, [count + added, width], joinRows(taken));
  for (const [i, { name, ids }] of lists.entries()) {
    const next = lists[i + 1]?.ids.length ?? count;
    graph.replaceWholes(name, [...ids, ...Array.from({ length: added }, (_, k) => next + k)]);
  }
  return concepts;
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
