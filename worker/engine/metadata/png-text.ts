import { crc32, inflateSync } from 'node:zlib';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const HEADER_END = SIGNATURE.length + 25;
/** All texts of a file together; what goes beyond is left out, since a few bytes may inflate to many. */
const MOST_TEXT_BYTES = 4 * 1024 * 1024;
/** A file with more texts than this is up to no good. */
const MOST_TEXTS = 64;
const TEXT_TYPES = ['tEXt', 'zTXt', 'iTXt'];

interface PngChunk {
  type: string;
  data: Uint8Array;
  start: number;
  end: number;
}

export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => bytes[index] === byte);
}

/**
 * Reads a PNG's texts (`tEXt`, `zTXt`, `iTXt`) by key. Damaged chunks and what follows a cut are
 * left out; bytes that are no PNG have no texts.
 */
export function readPngTexts(bytes: Uint8Array): Map<string, string> {
  const texts = new Map<string, string>();
  let leftBytes = MOST_TEXT_BYTES;
  let count = 0;
  for (const chunk of readChunks(bytes)) {
    if (!TEXT_TYPES.includes(chunk.type)) continue;
    if (++count > MOST_TEXTS) break;
    const text = readText(chunk, leftBytes);
    if (!text) continue;
    texts.set(text.key, text.value);
    leftBytes -= text.value.length;
    if (leftBytes <= 0) break;
  }
  return texts;
}

/**
 * Gives a copy of a PNG with the texts set, before its pixels, where readers look for them: Latin-1
 * as `tEXt`, all else as `iTXt` in UTF-8. Texts under the same keys are replaced.
 *
 * @throws TypeError if the bytes are no PNG, or a key is not 1 to 79 printable ASCII characters.
 */
export function writePngTexts(bytes: Uint8Array, texts: Record<string, string>): Uint8Array {
  if (!isPng(bytes) || bytes.length < HEADER_END) throw new TypeError('These bytes are no PNG.');
  const kept: Uint8Array[] = [];
  let at = HEADER_END;
  for (const chunk of readChunks(bytes)) {
    const key = readText(chunk, MOST_TEXT_BYTES)?.key;
    if (key === undefined || !(key in texts)) continue;
    kept.push(bytes.subarray(at, chunk.start));
    at = chunk.end;
  }
  const added = Object.entries(texts).map(([key, value]) => printText(key, value));
  return Buffer.concat([bytes.subarray(0, HEADER_END), ...added, ...kept, bytes.subarray(at)]);
}

function* readChunks(bytes: Uint8Array): Generator<PngChunk> {
  if (!isPng(bytes)) return;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let start = SIGNATURE.length;
  while (start + 12 <= bytes.length) {
    const end = start + 12 + view.getUint32(start);
    if (end > bytes.length) return;
    const type = Buffer.from(bytes.subarray(start + 4, start + 8)).toString('latin1');
    const isWhole = view.getUint32(end - 4) === crc32(bytes.subarray(start + 4, end - 4));
    if (isWhole) yield { type, data: bytes.subarray(start + 8, end - 4), start, end };
    start = end;
  }
}

interface KeyedText {
  key: string;
  value: string;
}

function readText({ type, data }: PngChunk, mostBytes: number): KeyedText | undefined {
  if (!TEXT_TYPES.includes(type)) return undefined;
  const keyEnd = data.indexOf(0);
  if (keyEnd < 1) return undefined;
  const key = Buffer.from(data.subarray(0, keyEnd)).toString('latin1');
  const body = data.subarray(keyEnd + 1);
  if (type === 'tEXt') return { key, value: Buffer.from(body).toString('latin1') };
  const isPacked = type === 'zTXt' || body[0] === 1;
  const languageEnd = body.indexOf(0, 2);
  const textStart = type === 'zTXt' ? 1 : body.indexOf(0, languageEnd + 1) + 1;
  const text = body.subarray(textStart);
  const plain = isPacked ? inflate(text, mostBytes) : text;
  if (!plain) return undefined;
  return { key, value: Buffer.from(plain).toString(type === 'zTXt' ? 'latin1' : 'utf8') };
}

function inflate(packed: Uint8Array, mostBytes: number): Uint8Array | undefined {
  try {
    return inflateSync(packed, { maxOutputLength: mostBytes });
  } catch {
    return undefined;
  }
}

function printText(key: string, value: string): Buffer {
  if (!/^[\x20-\x7e]{1,79}$/.test(key)) throw new TypeError(`"${key}" is no key of a PNG text.`);
  const isLatin1 = /^[^\0\u0100-\uffff]*$/.test(value);
  if (isLatin1) return printChunk('tEXt', Buffer.from(`${key}\0${value}`, 'latin1'));
  const head = Buffer.from(`${key}\0\0\0\0\0`, 'latin1');
  return printChunk('iTXt', Buffer.concat([head, Buffer.from(value.replaceAll('\0', ''), 'utf8')]));
}

function printChunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const chunk = Buffer.alloc(typed.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  typed.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(typed), typed.length + 4);
  return chunk;
}
