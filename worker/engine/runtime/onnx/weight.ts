import { open } from 'node:fs/promises';
import path from 'node:path';
import { fromFloat16Bits, toFloat16Bits } from '../float16.ts';
import { contentField, numberField, readNumbers, readStrings, splitMessage } from './wire.ts';
import type { WireField } from './wire.ts';

/** Fields of `TensorProto` in onnx.proto. */
const TENSOR = {
  dims: 1,
  dataType: 2,
  floats: 4,
  wholes: 7,
  name: 8,
  raw: 9,
  external: 13,
} as const;
const ENTRY = { key: 1, value: 2 } as const;
const FLOAT32 = 1;
const INT64 = 7;
const FLOAT16 = 10;

/** A tensor that lies in a graph file, or in a data file beside it. */
export interface StoredWeight {
  name: string;
  dims: readonly number[];
  dataType: number;
  fields: readonly WireField[];
}

/** Reads what a `TensorProto` says of itself; its numbers stay where they are. */
export function readStoredWeight(tensor: Uint8Array): StoredWeight {
  const fields = splitMessage(tensor);
  return {
    name: readStrings(fields, TENSOR.name)[0] ?? '',
    dims: readNumbers(fields, TENSOR.dims),
    dataType: readNumbers(fields, TENSOR.dataType)[0] ?? 0,
    fields,
  };
}

/**
 * The numbers of a float32 or float16 tensor, row by row; undefined where it holds another type.
 *
 * @param folder where the graph's data file lies
 */
export async function readFloats(
  weight: StoredWeight,
  folder: string,
): Promise<Float32Array | undefined> {
  if (weight.dataType !== FLOAT32 && weight.dataType !== FLOAT16) return undefined;
  const count = weight.dims.reduce((product, dim) => product * dim, 1);
  const width = weight.dataType === FLOAT32 ? 4 : 2;
  const bytes = await readBytes(weight, folder, count * width);
  if (bytes?.length !== count * width) return undefined;
  const own = bytes.slice().buffer;
  return width === 4 ? new Float32Array(own) : fromFloat16Bits(new Uint16Array(own));
}

async function readBytes(
  { fields }: StoredWeight,
  folder: string,
  length: number,
): Promise<Uint8Array | undefined> {
  const external = new Map(
    fields
      .filter(({ id }) => id === TENSOR.external)
      .map(({ content }) => splitMessage(content!))
      .map((entry) => [readStrings(entry, ENTRY.key)[0], readStrings(entry, ENTRY.value)[0]]),
  );
  const location = external.get('location');
  if (location === undefined) {
    const held = fields.find(({ id }) => id === TENSOR.raw || id === TENSOR.floats);
    return held?.content && new Uint8Array(held.content);
  }
  // A data file lies beside its graph; a name that leads elsewhere is not followed.
  const file = await open(path.join(folder, path.basename(location)), 'r');
  try {
    const start = Number(external.get('offset') ?? 0);
    const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, start);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Writes numbers as a `TensorProto` of the same name and type as `weight`, its data inside. */
export function writeWeight(
  weight: StoredWeight,
  dims: readonly number[],
  values: Float32Array,
): Uint8Array {
  const stored = weight.dataType === FLOAT16 ? toFloat16Bits(values) : values;
  const raw = new Uint8Array(stored.buffer, stored.byteOffset, stored.byteLength);
  const fields = [
    ...dims.map((dim) => numberField(TENSOR.dims, dim)),
    numberField(TENSOR.dataType, weight.dataType),
    contentField(TENSOR.name, weight.name),
    contentField(TENSOR.raw, raw),
  ];
  return Buffer.concat(fields.map(({ bytes }) => bytes));
}

/** The numbers of an int64 tensor that lies in the graph; undefined where it is another. */
export function readWholes({ dataType, fields }: StoredWeight): number[] | undefined {
  if (dataType !== INT64) return undefined;
  const raw = fields.find(({ id }) => id === TENSOR.raw)?.content;
  if (!raw) return readNumbers(fields, TENSOR.wholes);
  return Array.from(new BigInt64Array(new Uint8Array(raw).buffer), Number);
}

/** Writes whole numbers as an int64 list of the same name as `weight`. */
export function writeWholes({ name }: StoredWeight, values: readonly number[]): Uint8Array {
  const fields = [
    numberField(TENSOR.dims, values.length),
    numberField(TENSOR.dataType, INT64),
    contentField(TENSOR.name, name),
    contentField(
      TENSOR.raw,
      new Uint8Array(BigInt64Array.from(values, (value) => BigInt(value)).buffer),
    ),
  ];
  return Buffer.concat(fields.map(({ bytes }) => bytes));
}

/** The same tensor under another name; undefined where its numbers lie in a file of their own. */
export function renameWeight({ fields }: StoredWeight, name: string): Uint8Array | undefined {
  if (fields.some(({ id }) => id === TENSOR.external)) return undefined;
  const others = fields.filter(({ id }) => id !== TENSOR.name);
  return Buffer.concat([...others, contentField(TENSOR.name, name)].map(({ bytes }) => bytes));
}
