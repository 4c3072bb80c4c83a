import type { Graph, SessionClock } from '../runtime/session.ts';
import type { FloatTensor } from '../runtime/tensor.ts';

export type Tensors = Record<string, FloatTensor>;

/**
 * When a graph has its turn. `first`: what a run needs before it can step. `step`: one step of
 * several runs at once. `between`: what a run still needs after its last step; it takes turns with
 * the steps of the others.
 */
export type Turn = 'first' | 'step' | 'between';

/** One wish to run a graph, waiting for its turn. */
export interface Call {
  turn: Turn;
  graph: Graph;
  feeds: Tensors;
  /** The outputs that it asks for; all where it names none. */
  wanted: readonly string[] | undefined;
  rows: number;
  /** The same for the pieces of a call that was too large for one. */
  owner: symbol;
  clock: SessionClock;
  resolve: (outputs: Tensors) => void;
  reject: (reason: unknown) => void;
}
