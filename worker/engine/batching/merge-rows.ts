import type { Graph } from '../runtime/session.ts';
import type { FloatTensor } from '../runtime/tensor.ts';
import type { Call, Tensors } from './call.ts';

/**
 * Whether an input says something for a whole call and not for each row: a scalar, or a list of
 * one, as the timestep of most exports.
 */
function isShared(graph: Graph, name: string): boolean {
  const dims = graph.inputs.get(name)?.dims ?? [];
  return dims.length === 0 || (dims.length === 1 && dims[0] === 1);
}

/** How many rows some feeds are. */
export function countRows(graph: Graph, feeds: Tensors): number {
  const rows = Object.entries(feeds).map(([name, { dims }]) =>
    isShared(graph, name) ? 1 : (dims[0] ?? 1),
  );
  return Math.max(...rows);
}

/** Calls of one graph with equal keys fit one: their rows have one shape, and what they share agrees. */
export function mergeKey({ graph, feeds, wanted }: Call): string {
  const inputs = Object.entries(feeds).map(([name, { data, dims }]) =>
    isShared(graph, name) ? `${name}=${data.join()}` : `${name}:${dims.slice(1).join('x')}`,
  );
  return [...inputs, ...(wanted ?? [])].sort().join(' ');
}

/**
 * Puts the rows of several calls under one another. Where one value stands for all rows of a call
 * (a timestep) and the graph takes one for each row, it is repeated.
 *
 * @param calls of one graph, with equal keys
 */
export function mergeFeeds(calls: readonly Call[]): Tensors {
  const { graph, feeds } = calls[0]!;
  return Object.fromEntries(
    Object.entries(feeds).map(([name, first]) => {
      if (isShared(graph, name)) return [name, first];
      return [name, joinRows(calls.map((call) => repeatRows(call.feeds[name]!, call.rows)))];
    }),
  );
}

function repeatRows(tensor: FloatTensor, rows: number): FloatTensor {
  const { data, dims } = tensor;
  if (dims[0] === rows) return tensor;
  const repeated = new Float32Array(rows * data.length);
  for (let row = 0; row < rows; row++) repeated.set(data, row * data.length);
  return { data: repeated, dims: [rows, ...dims.slice(1)] };
}

/** Tensors under one another; their rows have one shape. */
export function joinRows(tensors: readonly FloatTensor[]): FloatTensor {
  const [first] = tensors;
  if (tensors.length === 1) return first!;
  const data = new Float32Array(tensors.reduce((sum, part) => sum + part.data.length, 0));
  let at = 0;
  for (const part of tensors) {
    data.set(part.data, at);
    at += part.data.length;
  }
  const rows = tensors.reduce((sum, { dims }) => sum + dims[0]!, 0);
  return { data, dims: [rows, ...first!.dims.slice(1)] };
}

/** The rows from `start` up to `end`, as views; what has no `total` rows is the same for all. */
export function sliceRows(tensors: Tensors, total: number, start: number, end: number): Tensors {
  return Object.fromEntries(
    Object.entries(tensors).map(([name, tensor]) => {
      const { data, dims } = tensor;
      if (dims[0] !== total) return [name, tensor];
      const stride = data.length / total;
      const rows = data.subarray(start * stride, end * stride);
      return [name, { data: rows, dims: [end - start, ...dims.slice(1)] }];
    }),
  );
}
