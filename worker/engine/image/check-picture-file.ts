import sharp from 'sharp';
import type { Metadata } from 'sharp';
import { EngineError } from '../contract/errors.ts';

/** The most pixels that a given picture may have, 16 megapixels; a larger one is never unpacked. */
export const MOST_PIXELS = 4096 * 4096;

/** How files begin: a mark at an offset. Only the first three are read; the others are said by name. */
const SIGNATURES: [kind: string, mark: string, at: number][] = [
  ['PNG', '\x89PNG\r\n\x1a\n', 0],
  ['JPEG', '\xff\xd8\xff', 0],
  ['WebP', 'WEBP', 8],
  ['a GIF', 'GIF8', 0],
  ['a zip archive', 'PK', 0],
  ['a PDF', '%PDF', 0],
  ['a TIFF', 'II*\0', 0],
  ['a TIFF', 'MM\0*', 0],
  ['a HEIC or AVIF picture', 'ftyp', 4],
];
const READ = new Set(['PNG', 'JPEG', 'WebP']);

/**
 * Looks at the head of a file, whatever its name: is it a still PNG, JPEG or WebP picture of at most
 * 16 megapixels? Nothing is unpacked, so a small file that would unfold to a huge picture costs nothing.
 *
 * @param field the part of the request that the file belongs to, for the error
 * @throws EngineError `bad-request` with the reason
 */
export async function checkPictureFile(file: Buffer, field: string): Promise<void> {
  const refuse = (message: string) => {
    throw new EngineError('bad-request', message, field);
  };
  if (file.length === 0) refuse('This file is empty.');
  const head = file.toString('latin1', 0, 16);
  const kind =
    SIGNATURES.find(([, mark, at]) => head.startsWith(mark, at))?.[0] ?? 'something else';
  if (!READ.has(kind)) refuse(`Only PNG, JPEG and WebP pictures can be read; this is ${kind}.`);
  const { width, height, pages = 1 } = await readHead(file, field);
  if (width * height > MOST_PIXELS) {
    refuse(`This picture is ${width} x ${height} pixels large; 16 megapixels can be read at most.`);
  }
  if (pages > 1) refuse('This picture moves; only a still one can be read.');
}

async function readHead(file: Buffer, field: string): Promise<Metadata> {
  try {
    return await sharp(file, { limitInputPixels: false }).metadata();
  } catch (cause) {
    throw damagedPicture(field, cause);
  }
}

/** The error for a file that begins like a picture and can't be read to its end. */
export function damagedPicture(field: string, cause: unknown): EngineError {
  const error = new EngineError('bad-request', 'This picture is damaged or cut short.', field);
  error.cause = cause;
  return error;
}
