import { EngineError } from '../contract/errors.ts';
import type { GraphEdits } from '../runtime/onnx/graph-edits.ts';
import { fieldHead, readStrings, splitMessage } from '../runtime/onnx/wire.ts';

/** Fields of `ModelProto`, `GraphProto` and `ValueInfoProto` in onnx.proto. */
const MODEL = { graph: 7 } as const;
const GRAPH = { input: 11 } as const;
const VALUE = { name: 1 } as const;

/** What stands between a weight's file and its name. */
const SEPARATOR = ':';

/**
 * Gives a graph that was exported without weights those of the model folder: an input named
 * `unet/model.onnx:conv_in.weight` becomes that file's weight of that name.
 *
 * @throws EngineError `bad-model` naming the graph where a file or a weight is missing.
 */
export async function fillWeights(
  bytes: Uint8Array,
  label: string,
  edits: GraphEdits,
): Promise<Uint8Array> {
  const model = splitMessage(bytes);
  const graph = model
    .filter(({ id }) => id === MODEL.graph)
    .flatMap(({ content }) => splitMessage(content!));
  const fields: Uint8Array[] = [];
  for (const field of graph) {
    const name =
      field.id === GRAPH.input
        ? readStrings(splitMessage(field.content!), VALUE.name)[0]
        : undefined;
    const cut = name?.indexOf(SEPARATOR) ?? -1;
    if (!name || cut < 0) {
      fields.push(field.bytes);
      continue;
    }
    const file = name.slice(0, cut);
    const weight = (await edits.open(file))?.copyWeight(name.slice(cut + 1), name);
    if (!weight) {
      const message = `${label} was made for another model: ${file} lacks a weight of it.`;
      throw new EngineError('bad-model', message, label);
    }
    fields.push(weight.bytes);
  }
  const length = fields.reduce((sum, { length: size }) => sum + size, 0);
  const others = model.filter(({ id }) => id !== MODEL.graph).map((field) => field.bytes);
  return Buffer.concat([...others, fieldHead(MODEL.graph, length), ...fields]);
}
