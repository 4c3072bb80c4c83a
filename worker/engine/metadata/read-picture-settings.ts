import { COMFY_KEY, readComfySettings } from './comfy.ts';
import { readCameraModel, readUserComment } from './exif.ts';
import { INFOTEXT_KEY, parseInfotext } from './infotext.ts';
import { readPngTexts } from './png-text.ts';
import { readSettings } from './settings.ts';
import type { PictureSettings } from './settings.ts';

/** What ComfyUI writes in place of a camera's model. */
const COMFY_MODEL = /^prompt:(.*)$/is;

/**
 * Reads the settings that a picture file carries: WebUI's infotext (PNG text; EXIF comment in JPEG
 * and WebP) or ComfyUI's graph (PNG text; EXIF camera model). Undefined where it carries none that can be read.
 */
export function readPictureSettings(bytes: Uint8Array): PictureSettings | undefined {
  const texts = readPngTexts(bytes);
  const infotext = texts.get(INFOTEXT_KEY) ?? readUserComment(bytes);
  if (infotext !== undefined) return readSettings(parseInfotext(infotext));
  const graph = texts.get(COMFY_KEY) ?? readCameraModel(bytes)?.match(COMFY_MODEL)?.[1];
  return graph === undefined ? undefined : readComfySettings(graph);
}
