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

/** What a safetensors file holds. */
export interface SafetensorsContent {
  tensors: Map<string, FloatTensor>;
  /** Texts that a writer adds, by name. */
  metadata: Record<string, string>;
}

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
  return parseSafetensors(bytes, label).tensors;
}

/** As `readSafetensors`, of bytes, with the texts that the file carries. */
export function parseSafetensors(bytes: Buffer, label: string): SafetensorsContent {
  const headerEnd =
    bytes.length < LENGTH_BYTES ? Infinity : LENGTH_BYTES + Number(bytes.readBigUInt64LE());
  if (headerEnd > bytes.length) throw broken(label, 'is no safetensors file, or is cut short');
  const tensors = new Map<string, FloatTensor>();
  const { header, metadata } = readHeader(bytes.toString('utf8', LENGTH_BYTES, headerEnd), label);
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
  return { tensors, metadata };
}

/** Packs tensors as a safetensors file of float32 numbers, in the order in which they come. */
export function writeSafetensors({ tensors, metadata }: SafetensorsContent): Buffer {
  let offset = 0;
  const entries = [...tensors].map(([name, { data, dims }]) => {
    const place = [offset, (offset += data.byteLength)];
    return [name, { dtype: 'F32', shape: dims, data_offsets: place }];
  });
  const text = JSON.stringify({ __metadata__: metadata, ...Object.fromEntries(entries) });
  // Readers map the numbers in place: they begin at a multiple of 8 bytes.
  const header = Buffer.from(text.padEnd(Math.ceil(Buffer.byteLength(text) / 8) * 8));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeBigUInt64LE(BigInt(header.length));
  const numbers = [...tensors.values()].map(
    ({ data }) => new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
  );
  return Buffer.concat([length, header, ...numbers]);
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

interface Header {
  header: z.infer<typeof headerSchema>;
  metadata: Record<string, string>;
}

function readHeader(text: string, label: string): Header {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw broken(label, 'is no safetensors file', cause);
  }
  const { __metadata__, ...tensors } = Object(json) as Record<string, unknown>;
  const parsed = headerSchema.safeParse(tensors);
  if (!parsed.success) throw broken(label, 'is no safetensors file', parsed.error);
  const metadata = z
    .record(z.string())
    .catch({})
    .parse(__metadata__ ?? {});
  return { header: parsed.data, metadata };
}

function broken(label: string, what: string, cause?: unknown): EngineError {
  const error = new EngineError('bad-model', `${label} ${what}.`, label);
  error.cause = cause;
  return error;
}
