import type { GraphFile, GraphNode } from '../runtime/onnx/graph-file.ts';

/** Where a module's weight lies in a graph. */
export interface WeightPlace {
  weight: string;
  /** Exporters store a linear layer's weight [in, out]; torch and LoRA mean [out, in]. */
  isTransposed: boolean;
  /** How many nodes read it. */
  readers: number;
}

/** The first names of modules that LoRAs change, whatever an export wraps around them. */
const ROOTS =
  /^(?:.*\.)?((?:down_blocks|up_blocks|mid_block|time_embedding|add_embedding|conv_in|conv_out|encoder\.layers)\b.*)$/;
const LAYERS = new Set(['MatMul', 'Gemm', 'Conv']);
const PASSED_ON = new Set(['Cast', 'Identity', 'Transpose']);

/**
 * Finds the weights of linear and convolution layers by their modules, written as LoRA files write
 * them: `down_blocks_1_attentions_0_proj_in`. A layer is named by its weight where an export keeps
 * torch's names, and by its node where it folds weights into `onnx::MatMul_123`.
 */
export function findWeightPlaces(graph: GraphFile): Map<string, WeightPlace> {
  const makers = new Map(graph.nodes.flatMap((node) => node.outputs.map((out) => [out, node])));
  const readers = countReaders(graph.nodes);
  const places = new Map<string, WeightPlace>();
  for (const node of graph.nodes) {
    if (!LAYERS.has(node.opType)) continue;
    const found = traceWeight(node, makers);
    const key = found && moduleKey(found.weight, node);
    if (!key || graph.weightDims(found.weight) === undefined) continue;
    places.set(key, { ...found, readers: readers.get(found.weight) ?? 0 });
  }
  return places;
}

function traceWeight(
  node: GraphNode,
  makers: ReadonlyMap<string, GraphNode>,
): Omit<WeightPlace, 'readers'> | undefined {
  let weight = node.inputs[1];
  let turns = node.opType === 'MatMul' || (node.opType === 'Gemm' && !node.integers.get('transB'));
  for (let maker = makers.get(weight ?? ''); maker; maker = makers.get(weight ?? '')) {
    if (!PASSED_ON.has(maker.opType)) return undefined;
    if (maker.opType === 'Transpose') turns = !turns;
    weight = maker.inputs[0];
  }
  return weight === undefined ? undefined : { weight, isTransposed: turns };
}

function moduleKey(weight: string, { name }: GraphNode): string | undefined {
  const byWeight = /^(.*)\.weight(?:_\w+)?$/.exec(weight)?.[1];
  const byNode = name.split('/').filter(Boolean).slice(0, -1).join('.');
  const module = ROOTS.exec(byWeight ?? '')?.[1] ?? ROOTS.exec(byNode)?.[1];
  return module?.replaceAll('.', '_');
}

function countReaders(nodes: readonly GraphNode[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { inputs } of nodes) {
    for (const input of inputs) counts.set(input, (counts.get(input) ?? 0) + 1);
  }
  return counts;
}
