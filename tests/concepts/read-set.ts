import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { RgbImage } from '#worker/engine/contract/request.ts';
import { decodeImage } from '#worker/engine/image/image-file.ts';

/** The pictures of a set under `tests/concepts/pictures`, each with what a student would write under it. */
export async function readSet(set: string): Promise<{ image: RgbImage; caption: string }[]> {
  const folder = path.join('tests/concepts/pictures', set);
  const captions = JSON.parse(
    await readFile(path.join(folder, 'captions.json'), 'utf8'),
  ) as string[];
  return Promise.all(
    captions.map(async (caption, i) => {
      const file = path.join(folder, `${String(i).padStart(2, '0')}.png`);
      return { caption, image: await decodeImage(await readFile(file), 'picture') };
    }),
  );
}
