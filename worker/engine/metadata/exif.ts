const EXIF_IFD_TAG = 0x8769;
const USER_COMMENT_TAG = 0x9286;
const MODEL_TAG = 0x0110;
const ENTRY_BYTES = 12;
const CODE_BYTES = 8;

/**
 * Finds the EXIF user comment of a JPEG or WebP file, where WebUI keeps infotext in those formats.
 * Undefined where there is none or it is damaged.
 */
export function readUserComment(file: Uint8Array): string | undefined {
  return readTag(file, [EXIF_IFD_TAG, USER_COMMENT_TAG], decodeComment);
}

/** Finds the EXIF camera model of a JPEG or WebP file, where ComfyUI keeps `prompt:` and its graph. */
export function readCameraModel(file: Uint8Array): string | undefined {
  return readTag(file, [MODEL_TAG], (bytes) => stripEnd(bytes.toString('utf8')));
}

type Decode = (value: Buffer, isLittle: boolean) => string | undefined;

function readTag(file: Uint8Array, tags: readonly number[], decode: Decode): string | undefined {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const tiff = findTiff(bytes);
  if (!tiff) return undefined;
  try {
    return followTags(tiff, tags, decode);
  } catch (error) {
    // An offset that points out of the file: the tag is damaged.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** EXIF is a TIFF file within a JPEG's APP1 segment or a WebP's EXIF chunk. */
function findTiff(bytes: Buffer): Buffer | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) {
    const at = bytes.indexOf('Exif\0\0', 2, 'latin1');
    return at < 0 ? undefined : bytes.subarray(at + 6);
  }
  if (bytes.toString('latin1', 8, 12) !== 'WEBP') return undefined;
  for (let at = 12; at + 8 <= bytes.length;) {
    const length = bytes.readUInt32LE(at + 4);
    const chunk = bytes.subarray(at + 8, at + 8 + length);
    if (bytes.toString('latin1', at, at + 4) === 'EXIF') {
      return chunk.toString('latin1', 0, 6) === 'Exif\0\0' ? chunk.subarray(6) : chunk;
    }
    at += 8 + length + (length % 2);
  }
  return undefined;
}

/** Goes from directory to directory: each tag but the last one points to the next directory. */
function followTags(tiff: Buffer, tags: readonly number[], decode: Decode): string | undefined {
  const order = tiff.toString('latin1', 0, 2);
  if (order !== 'II' && order !== 'MM') return undefined;
  const isLittle = order === 'II';
  const read16 = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const read32 = (at: number) => (isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  let directory = read32(4);
  let length = 0;
  for (const tag of tags) {
    const entries = Array.from(
      { length: read16(directory) },
      (_, index) => directory + 2 + index * ENTRY_BYTES,
    );
    const entry = entries.find((at) => read16(at) === tag);
    if (entry === undefined) return undefined;
    length = read32(entry + 4);
    directory = read32(entry + 8);
  }
  return decode(tiff.subarray(directory, directory + length), isLittle);
}

/** The first eight bytes name the encoding of the rest. */
function decodeComment(comment: Buffer, isLittle: boolean): string | undefined {
  const code = comment.toString('latin1', 0, CODE_BYTES).replaceAll('\0', '');
  const body = comment.subarray(CODE_BYTES);
  if (code === 'ASCII' || code === '') return stripEnd(body.toString('utf8'));
  if (code !== 'UNICODE' || body.length < 2) return undefined;
  // Writers disagree on the byte order; a zero high byte of a plain first letter tells it.
  const isLittleText = body[0] === 0 ? false : body[1] === 0 ? true : isLittle;
  const even = body.subarray(0, body.length - (body.length % 2));
  return stripEnd(new TextDecoder(isLittleText ? 'utf-16le' : 'utf-16be').decode(even));
}

function stripEnd(text: string): string {
  return text.replace(/\0+$/, '');
}
