import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { EngineError } from '#worker/engine/contract/errors.ts';
import type { RgbImage } from '#worker/engine/contract/request.ts';
import { encodePng } from '#worker/engine/image/image-file.ts';
import { INFOTEXT_KEY } from '#worker/engine/metadata/infotext.ts';
import { writePngTexts } from '#worker/engine/metadata/png-text.ts';
import { XMP_KEY, formatAiXmp } from '#worker/engine/metadata/xmp.ts';
import { layGrid, squareRows } from '#worker/engine/image/lay-grid.ts';

export interface FinishedPicture {
  image: RgbImage;
  /** Its infotext. */
  settings: string;
}

/**
 * Writes pictures as PNG with their settings and the word that AI made them: one to `output` itself, more of them to files with a
 * number before the ending, or all into one grid. Returns the files.
 *
 * @throws EngineError `bad-request` naming a file that can't be written.
 */
export async function writePictures(
  pictures: readonly FinishedPicture[],
  output: string,
  asGrid: boolean,
): Promise<string[]> {
  const { dir, name, ext } = path.parse(output);
  const written = asGrid ? [gridOf(pictures)] : pictures;
  const files = written.map((_, i) =>
    written.length === 1 ? output : path.join(dir, `${name}-${i + 1}${ext}`),
  );
  for (const [i, { image, settings }] of written.entries()) {
    const texts = { [INFOTEXT_KEY]: settings, [XMP_KEY]: formatAiXmp() };
    const png = writePngTexts(await encodePng(image), texts);
    await writeFile(files[i]!, png).catch((cause: unknown) => {
      const error = new EngineError('bad-request', 'This file can’t be written.', files[i]);
      error.cause = cause;
      throw error;
    });
  }
  return files;
}

function gridOf(pictures: readonly FinishedPicture[]): FinishedPicture {
  const image = layGrid(squareRows(pictures.map((picture) => picture.image)));
  return { image, settings: pictures[0]!.settings };
}
