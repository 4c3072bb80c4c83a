import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { LESSONS_DIR } from '#lessons/load.ts';
import { parseLesson } from '#lessons/parse.ts';
import type { LessonPicture } from '#lessons/schema.ts';
import { DECOMPOSER_DIR, drawControl } from '#worker/cli/control-flag.ts';
import { generateImages, loadModel } from '#worker/engine/engine.ts';
import type { Model } from '#worker/engine/engine.ts';
import { decodeImage, encodePng, resizeImage } from '#worker/engine/image/image-file.ts';
import type { MaskImage, RgbImage } from '#worker/engine/contract/request.ts';

/** The model that comes with Easel draws all example pictures. */
export const LESSON_MODEL_DIR = 'models/starter';

/** Enlarging draws a picture once more from itself, as the studio does where it has no upscaler. */
const ENLARGE_STRENGTH = 0.3;

/** The pictures of every lesson folder, from the front matter; each stands after those that it is made of. */
export async function listLessonPictures(): Promise<{ file: string; picture: LessonPicture }[]> {
  const folders = (await readdir(LESSONS_DIR)).filter((name) => /^\d\d-/.test(name)).sort();
  const lists = await Promise.all(
    folders.map(async (folder) => {
      const file = path.join(LESSONS_DIR, folder, 'lesson.md');
      const text = await readFile(file, 'utf8');
      const { frontMatter } = parseLesson({ folder, text, file, files: null });
      return Object.entries(frontMatter.pictures).map(([name, picture]) => ({
        file: path.join(LESSONS_DIR, folder, name),
        picture,
      }));
    }),
  );
  return lists.flat();
}

/** Draws a lesson's picture as its front matter says. `folder` holds the pictures that it is made of. */
export async function drawLessonPicture(
  model: Model,
  picture: LessonPicture,
  folder: string,
): Promise<RgbImage> {
  const { prompt, negativePrompt, seed, steps, guidance, sampler } = picture;
  const { startFrom, mask, controlOf, layoutFrom, control = 'line', enlarge = 1 } = picture;
  const read = async (file: string) =>
    decodeImage(await readFile(path.join(folder, file)), 'image');
  if (controlOf)
    return drawControl(control, await read(controlOf), {
      annotators: DECOMPOSER_DIR,
      device: 'cpu',
    });
  const start = startFrom ? await read(startFrom) : null;
  const { widthPx = 128, heightPx = 128 } = start ?? model.defaults;
  const size = { widthPx: widthPx * enlarge, heightPx: heightPx * enlarge };
  const { pictures } = await generateImages(model, {
    prompt,
    negativePrompt,
    dialect: 'classroom',
    seeds: [BigInt(seed)],
    ...size,
    steps,
    guidance,
    sampler,
    schedule: 'default',
    noiseSource: 'torch-cpu',
    ...(start && {
      start: {
        image: await resizeImage(start, size),
        strength: picture.strength ?? (enlarge > 1 ? ENLARGE_STRENGTH : 0.6),
      },
    }),
    ...(layoutFrom && { controls: [{ type: control, image: await read(layoutFrom) }] }),
    ...(mask && {
      inpaint: {
        mask: drawMask(mask, size),
        blurPx: 0,
        content: 'original',
        area: 'whole',
        paddingPx: 32,
        keepOutside: true,
      },
    }),
  });
  return pictures[0]!.image;
}

/** A mask that is white inside a rectangle: left, top, width and height in pixels. */
export function drawMask(
  [left, top, width, height]: NonNullable<LessonPicture['mask']>,
  { widthPx, heightPx }: { widthPx: number; heightPx: number },
): MaskImage {
  const data = new Uint8Array(widthPx * heightPx);
  for (let row = top; row < top + height; row++)
    data.fill(255, row * widthPx + left, row * widthPx + left + width);
  return { widthPx, heightPx, data };
}

if (import.meta.filename === process.argv[1]) {
  const only = process.argv[2] ?? '';
  const model = await loadModel(LESSON_MODEL_DIR);
  for (const { file, picture } of await listLessonPictures()) {
    if (!file.includes(only)) continue;
    const drawn = await drawLessonPicture(model, picture, path.dirname(file));
    await writeFile(file, await encodePng(drawn));
    console.log(path.relative('.', file));
  }
  await model.close();
}
