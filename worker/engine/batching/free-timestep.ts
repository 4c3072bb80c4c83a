import { readFile, stat } from 'node:fs/promises';
import { contentField, fieldHead, readStrings, splitMessage } from '../runtime/onnx/wire.ts';
import type { WireField } from '../runtime/onnx/wire.ts';

/** Fields of the messages in onnx.proto. */
const MODEL = { graph: 7 } as const;
const GRAPH = { node: 1, input: 11, valueInfo: 13 } as const;
const NODE = { input: 1, output: 2, name: 3, opType: 4 } as const;
const VALUE = { name: 1, type: 2 } as const;
const TYPE = { tensor: 1 } as const;
const TENSOR = { shape: 2 } as const;
const SHAPE = { dim: 1 } as const;
const DIM = { param: 2 } as const;

/** Graphs with more weights than this compute as long for a row alone as for one of many. */
const LARGEST_BYTES = 2 ** 29;

/**
 * The bytes of a UNet's file, changed so that each row has a timestep of its own; undefined where
 * it can stay as it is, or is not built as diffusers exports are.
 *
 * @param changed the file's content, where it was changed before
 */
export async function freeTimestep(
  file: string,
  changed: Uint8Array | undefined,
): Promise<Uint8Array | undefined> {
  const { size } = await stat(file);
  if (size > LARGEST_BYTES) return changed;
  const bytes = changed ?? (await readFile(file));
  try {
    return withFreeTimestep(bytes) ?? changed;
  } catch {
    // A file that is no graph is refused, by name, by the session.
    return changed;
  }
}

/**
 * diffusers makes a list of one of the timestep's number and expands it to all rows. Without the
 * first, and with a dimension that is not fixed, the same graph takes one for each row.
 */
function withFreeTimestep(bytes: Uint8Array): Uint8Array | undefined {
  const model = splitMessage(bytes);
  const graph = model.find(({ id }) => id === MODEL.graph);
  if (!graph?.content) return undefined;
  const fields = splitMessage(graph.content);
  const input = fields.find(
    ({ id, content }) => id === GRAPH.input && nameOf(content!) === 'timestep',
  );
  const walked = input && walkToExpand(fields);
  if (!walked) return undefined;
  const stale = new Set(walked.values);
  const edited = fields.flatMap((field) => {
    if (field === input) return [contentField(GRAPH.input, withRows(field.content!))];
    if (field === walked.wraps) return [contentField(GRAPH.node, asIdentity(field.content!))];
    const describes = field.id === GRAPH.valueInfo && stale.has(nameOf(field.content!) ?? '');
    return describes ? [] : [field];
  });
  const length = edited.reduce((sum, field) => sum + field.bytes.length, 0);
  const others = model.filter((field) => field !== graph).map((field) => field.bytes);
  return Buffer.concat([
    ...others,
    fieldHead(MODEL.graph, length),
    ...edited.map((field) => field.bytes),
  ]);
}

interface Walked {
  /** The node that makes a list of the number. */
  wraps: WireField | undefined;
  /** What lies between the input and the node that expands it. */
  values: string[];
}

/** Follows the timestep to where it is expanded; undefined where it is used in any other way. */
function walkToExpand(fields: readonly WireField[]): Walked | undefined {
  const nodes = fields
    .filter(({ id }) => id === GRAPH.node)
    .map((field) => ({ field, parts: splitMessage(field.content!) }));
  const walked: Walked = { wraps: undefined, values: [] };
  for (let value = 'timestep'; ;) {
    const users = nodes.filter(({ parts }) => readStrings(parts, NODE.input).includes(value));
    if (users.length !== 1) return undefined;
    const [{ field, parts }] = users as [(typeof users)[0]];
    const [opType] = readStrings(parts, NODE.opType);
    if (opType === 'Expand') return walked;
    if (opType === 'Unsqueeze' && !walked.wraps) walked.wraps = field;
    else if (opType !== 'Cast' && opType !== 'Identity') return undefined;
    value = readStrings(parts, NODE.output)[0]!;
    walked.values.push(value);
  }
}

function asIdentity(node: Uint8Array): Uint8Array {
  const parts = splitMessage(node);
  const kept = [NODE.input, NODE.output, NODE.name].map(
    (id) => parts.find((part) => part.id === id)?.bytes ?? new Uint8Array(),
  );
  return Buffer.concat([...kept, contentField(NODE.opType, 'Identity').bytes]);
}

/** A tensor's description with one dimension, of any length, in place of its own. */
function withRows(valueInfo: Uint8Array): Uint8Array {
  const dim = contentField(SHAPE.dim, contentField(DIM.param, 'timesteps').bytes);
  const shape = contentField(TENSOR.shape, dim.bytes);
  return replaceIn(valueInfo, VALUE.type, (type) =>
    replaceIn(type, TYPE.tensor, (tensor) => {
      const others = splitMessage(tensor).filter(({ id }) => id !== TENSOR.shape);
      return Buffer.concat([...others.map(({ bytes }) => bytes), shape.bytes]);
    }),
  );
}

function replaceIn(message: Uint8Array, id: number, change: (content: Uint8Array) => Uint8Array) {
  const fields = splitMessage(message).map((field) =>
    field.id === id ? contentField(id, change(field.content!)) : field,
  );
  return Buffer.concat(fields.map(({ bytes }) => bytes));
}

function nameOf(valueInfo: Uint8Array): string | undefined {
  return readStrings(splitMessage(valueInfo), VALUE.name)[0];
}
