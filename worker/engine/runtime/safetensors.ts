import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { EngineError } from '../contract/errors.ts';
import { fromFloat16Bits } from './float16.ts';
import type { FloatTensor } from './tensor.ts';

const LENGTH_BYTES = 8;
const headerSchema = z.record(
  z.object({
    dtype: z.string(),
    shape: z.array(z.number().int().min(0)),
    data_offsets: z.tuple([z.number().int().min(0), z.number().int().min(0)]),
  }),
);

/** How each type of number is read; the bytes are little-endian and begin anywhere. */
const READERS: Record<string, (own: ArrayBuffer) => Float32Array> = {
  F32: (own) => new Float32Array(own),
  F64: (own) => Float32Array.from(new Float64Array(own)),
  F16: (own) => fromFloat16Bits(new Uint16Array(own)),
  BF16: (own) => new Float32Array(Uint32Array.from(new Uint16Array(own), (x) => x << 16).buffer),
};

/**
 * Reads a safetensors file: each tensor's numbers and shape, by name.
 *
 * @param label what an error calls the file
 * @throws EngineError `bad-model` naming the file that is missing, cut short, or of a type of number
 *   that is not read (only floats are).
 */
export async function readSafetensors(
  file: string,
  label: string,
): Promise<Map<string, FloatTensor>> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw broken(label, 'can’t be read', cause);
  });
  const headerEnd =
    bytes.length < LENGTH_BYTES ? Infinity : LENGTH_BYTES + Number(bytes.readBigUInt64LE());
  if (headerEnd > bytes.length) throw broken(label, 'is no safetensors file, or is cut short');
  const tensors = new Map<string, FloatTensor>();
  const header = readHeader(bytes.toString('utf8', LENGTH_BYTES, headerEnd), label);
  for (const [name, { dtype, shape, data_offsets: place }] of Object.entries(header)) {
    const read = READERS[dtype];
    if (!read) throw broken(label, `holds "${name}" in numbers of the type ${dtype}`);
    const [start, end] = place.map((offset) => headerEnd + offset) as [number, number];
    if (end > bytes.length) throw broken(label, 'is cut short');
    const data = readNumbers(read, new Uint8Array(bytes.subarray(start, end)).buffer);
    if (data?.length !== shape.reduce((product, dim) => product * dim, 1)) {
      throw broken(label, `holds "${name}" in another size than it says`);
    }
    tensors.set(name, { data, dims: shape });
  }
  return tensors;
}

function readNumbers(
  read: (own: ArrayBuffer) => Float32Array,
  own: ArrayBuffer,
): Float32Array | undefined {
  try {
    return read(own);
  } catch (cause) {
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}

function readHeader(text: string, label: string): z.infer<typeof headerSchema> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw broken(label, 'is no safetensors file', cause);
  }
  const { __metadata__, ...tensors } = Object(json) as Record<string, unknown>;
  void __metadata__;
  const parsed = headerSchema.safeParse(tensors);
  if (!parsed.success) throw broken(label, 'is no safetensors file', parsed.error);
  return parsed.data;
}

function broken(label: string, what: string, cause?: unknown): EngineError {
  const error = new EngineError('bad-model', `${label} ${what}.`, label);
  error.cause = cause;
  return error;
}
