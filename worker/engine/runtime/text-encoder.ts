import type { ConceptWord } from '../tokenizer/chunks.ts';
import type { Tokenizer } from '../tokenizer/tokenizer.ts';
import type { Graph } from './session.ts';

/** A text encoder with what belongs to it: one in a model, two in Stable Diffusion XL. */
export interface TextEncoder {
  graph: Graph;
  file: string;
  tokenizer: Tokenizer;
  /** Words with learned vectors of their own. */
  concepts: readonly ConceptWord[];
  /** Names of the outputs after each layer, the embeddings first; empty where there are none. */
  hiddenStates: readonly string[];
  /** Scale and shift of the encoder's last norm; undefined where they can't be found. */
  readFinalNorm(): Promise<LayerNorm | undefined>;
}

export interface LayerNorm {
  scale: Float32Array;
  shift: Float32Array;
}

/** The outputs after each layer that an export has, in their order. */
export function hiddenStatesOf(graph: Graph): string[] {
  const layer = (name: string) => Number(/^hidden_states[._](\d+)$/.exec(name)?.[1] ?? NaN);
  return [...graph.outputs.keys()]
    .filter((name) => !Number.isNaN(layer(name)))
    .sort((a, b) => layer(a) - layer(b));
}
