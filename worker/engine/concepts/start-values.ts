import { EngineError } from '../contract/errors.ts';
import { findTokenTable } from '../embeddings/find-token-table.ts';
import type { GraphEdits } from '../runtime/onnx/graph-edits.ts';
import { PARTS } from '../runtime/parts.ts';
import type { Tokenizer } from '../tokenizer/tokenizer.ts';
import { drawsAt } from './draws.ts';
import type { TrainingPlan } from './training-plan.ts';

/** Apart from every step's place, and from those of the pictures. */
const PLACE = 2 ** 30 + 2 ** 20;
/** Vectors of one word begin a little apart, or they would learn the same. */
const APART = 0.05;

/** Where the vectors of a text encoder's tokens lie, and the id of the first one that is free. */
export interface TokenVectors {
  firstFreeId: number;
  width: number;
  /** The vector of a token id. */
  vectorOf(id: number): Float32Array;
}

/** @throws EngineError `bad-model` where the text encoder has no table of token embeddings. */
export async function readTokenVectors(edits: GraphEdits): Promise<TokenVectors> {
  const graph = await edits.open(PARTS.textEncoder.file);
  const found = graph && findTokenTable(graph);
  const rows = found && (await graph.readWeight(found.table));
  if (!rows) {
    const label = PARTS.textEncoder.file;
    throw new EngineError('bad-model', `${label} has no table of token embeddings.`, label);
  }
  const [count = 0, width = 0] = graph.weightDims(found.table) ?? [];
  const lists = found.renumberings.map((name) => graph.readWholes(name) ?? []);
  return {
    firstFreeId: lists[0]?.length ?? count,
    width,
    vectorOf(id) {
      const row = lists.reduce((known, list) => list[known] ?? 0, id);
      return rows.slice(row * width, (row + 1) * width);
    },
  };
}

/**
 * What a training starts from. Of a word: the vector of its start word, once for each of its own,
 * and nothing in those that it does not use. Of a style: `down` at random and `up` 0, so that it
 * changes nothing yet (Hu et al. 2021, "LoRA").
 */
export function startValues(
  plan: TrainingPlan,
  learned: ReadonlyMap<string, readonly number[]>,
  tokens: TokenVectors,
  tokenizer: Tokenizer,
): Map<string, Float32Array> {
  const draws = drawsAt(plan.seed, PLACE);
  const values = new Map<string, Float32Array>();
  for (const [name, dims] of learned) {
    const start = new Float32Array(dims.reduce((product, dim) => product * dim, 1));
    if (name === 'vectors' && plan.kind === 'word') {
      const [id] = tokenizer.encode(plan.startWord);
      if (id === undefined)
        throw new EngineError('bad-request', 'The word to start from is empty.', 'startWord');
      const like = tokens.vectorOf(id);
      const spread = Math.sqrt(like.reduce((sum, x) => sum + x * x, 0) / like.length) * APART;
      for (let i = 0; i < plan.vectors; i++) {
        const noise = draws.normal(tokens.width);
        start.set(
          like.map((x, k) => x + spread * noise[k]!),
          i * tokens.width,
        );
      }
    } else if (name.endsWith('.down')) {
      const rank = dims[0]!;
      start.set(draws.normal(start.length).map((x) => x / rank));
    }
    values.set(name, start);
  }
  return values;
}
