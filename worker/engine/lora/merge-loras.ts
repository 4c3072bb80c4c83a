import { EngineError } from '../contract/errors.ts';
import type { GraphEdits } from '../runtime/onnx/graph-edits.ts';
import type { GraphFile } from '../runtime/onnx/graph-file.ts';
import { PARTS } from '../runtime/parts.ts';
import { findWeightPlaces } from './find-places.ts';
import type { WeightPlace } from './find-places.ts';
import { diffusersModule } from './original-names.ts';
import { readLora } from './read-lora.ts';
import type { LoraModule, LoraTarget } from './read-lora.ts';

/** A LoRA file and how strongly it acts: 1 as it was trained, 0 not at all, below 0 the other way. */
export interface LoraChoice {
  name: string;
  file: string;
  strength: number;
}

/** The graphs that hold each network's weights; the first of them must be there. */
const GRAPHS: Record<LoraTarget, readonly string[]> = {
  unet: [PARTS.unet.file, PARTS.unetControlled.file],
  textEncoder: [PARTS.textEncoder.file],
  textEncoder2: [PARTS.textEncoder2.file],
};

/**
 * Merges LoRAs into the weights of a model's graphs: W + strength * alpha / rank * up * down, the
 * weights that diffusers' `fuse_lora` computes.
 *
 * @throws EngineError `bad-model` naming the file and its key, where the graphs have no such weight,
 *   or one of another shape, of whole numbers, or that other layers share.
 */
export async function mergeLoras(
  edits: GraphEdits,
  loras: readonly LoraChoice[],
  layersPerBlock: number,
): Promise<void> {
  const places = new Map<GraphFile, Map<string, WeightPlace>>();
  for (const { name, file, strength } of loras) {
    for (const read of await readLora(file, name)) {
      const added = { ...read, module: diffusersModule(read.module, layersPerBlock) };
      for (const [i, label] of GRAPHS[read.target].entries()) {
        const graph = await edits.open(label);
        if (!graph && i > 0) continue;
        if (!graph) throw unfit(name, read.key, 'this model has no such network');
        const known = places.get(graph) ?? findWeightPlaces(graph);
        places.set(graph, known);
        await mergeModule(graph, known.get(added.module), added, strength, name);
      }
    }
  }
}

async function mergeModule(
  graph: GraphFile,
  place: WeightPlace | undefined,
  { key, down, up, alpha }: LoraModule,
  strength: number,
  name: string,
): Promise<void> {
  if (!place) throw unfit(name, key, `${graph.label} has no weight of this name`);
  if (place.readers > 1) throw unfit(name, key, `layers of ${graph.label} share this weight`);
  const values = await graph.readWeight(place.weight);
  if (!values) throw unfit(name, key, `${graph.label} keeps this weight in whole numbers`);
  const rank = down.dims[0]!;
  const outputs = up.dims[0]!;
  const inputs = down.data.length / rank;
  if (up.data.length !== outputs * rank || values.length !== outputs * inputs) {
    throw unfit(name, key, `the weight in ${graph.label} has another shape`);
  }
  const scale = (strength * (alpha ?? rank)) / rank;
  addProduct(values, { down: down.data, up: up.data, rank, outputs, inputs }, scale, place);
  graph.replaceWeight(place.weight, graph.weightDims(place.weight)!, values);
}

interface Product {
  down: Float32Array;
  up: Float32Array;
  rank: number;
  outputs: number;
  inputs: number;
}

/** Adds `up` [outputs, rank] times `down` [rank, inputs], scaled, in the order of the weight. */
function addProduct(
  values: Float32Array,
  { down, up, rank, outputs, inputs }: Product,
  scale: number,
  { isTransposed }: WeightPlace,
): void {
  const [outStep, inStep] = isTransposed ? [1, outputs] : [inputs, 1];
  const row = new Float64Array(inputs);
  for (let out = 0; out < outputs; out++) {
    row.fill(0);
    for (let r = 0; r < rank; r++) {
      const factor = up[out * rank + r]! * scale;
      for (let i = 0; i < inputs; i++) row[i] = row[i]! + factor * down[r * inputs + i]!;
    }
    for (let i = 0; i < inputs; i++) {
      const at = out * outStep + i * inStep;
      values[at] = values[at]! + row[i]!;
    }
  }
}

function unfit(name: string, key: string, why: string): EngineError {
  const message = `The LoRA "${name}" does not fit this model: ${why} ("${key}").`;
  return new EngineError('bad-model', message, name);
}
