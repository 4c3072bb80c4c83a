import type { GraphFile, GraphNode } from '../runtime/onnx/graph-file.ts';

/** How a text encoder's graph turns token ids into vectors. */
export interface TokenTable {
  /** The weight that holds a vector a row. */
  table: string;
  /** Lists that give other ids in place of a prompt's, in the order in which they are read. */
  renumberings: string[];
}

const PASSED_ON = new Set(['Cast', 'Identity']);

/**
 * Finds the table of token embeddings: the longest one that the graph looks rows up in. An encoder
 * with a vocabulary of its own behind a tokenizer in CLIP's format looks the ids up before that.
 */
export function findTokenTable(graph: GraphFile): TokenTable | undefined {
  const makers = new Map(graph.nodes.flatMap((node) => node.outputs.map((out) => [out, node])));
  const lookups = graph.nodes
    .filter(({ opType }) => opType === 'Gather')
    .map((node) => ({ node, table: sourceOf(node.inputs[0] ?? '', makers) }))
    .filter(({ table }) => graph.weightDims(table)?.length === 2)
    .sort((a, b) => graph.weightDims(b.table)![0]! - graph.weightDims(a.table)![0]!);
  const [longest] = lookups;
  if (!longest) return undefined;
  const renumberings: string[] = [];
  let ids = longest.node.inputs[1] ?? '';
  for (let maker = makers.get(ids); maker; maker = makers.get(ids)) {
    const list = maker.opType === 'Gather' ? maker.inputs[0]! : undefined;
    if (list !== undefined && graph.weightDims(list)?.length === 1) renumberings.unshift(list);
    ids = (list === undefined ? maker.inputs[0] : maker.inputs[1]) ?? '';
  }
  return { table: longest.table, renumberings };
}

function sourceOf(value: string, makers: ReadonlyMap<string, GraphNode>): string {
  const maker = makers.get(value);
  if (!maker) return value;
  return PASSED_ON.has(maker.opType) ? sourceOf(maker.inputs[0] ?? '', makers) : '';
}
