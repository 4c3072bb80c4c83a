import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { LESSONS_DIR } from '#lessons/load.ts';
import { parseLesson } from '#lessons/parse.ts';
import type { LessonPicture } from '#lessons/schema.ts';
import { generateImages, loadModel } from '#worker/engine/engine.ts';
import type { Model } from '#worker/engine/engine.ts';
import { encodePng } from '#worker/engine/image/image-file.ts';
import type { RgbImage } from '#worker/engine/contract/request.ts';

/** The model that comes with Easel draws all example pictures. */
export const LESSON_MODEL_DIR = 'models/starter';

/** The pictures of every lesson folder, from the front matter. */
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

/** Draws a lesson's picture as its front matter says. */
export async function drawLessonPicture(model: Model, picture: LessonPicture): Promise<RgbImage> {
  const { prompt, negativePrompt, seed, steps, guidance, sampler } = picture;
  const { widthPx = 128, heightPx = 128 } = model.defaults;
  const { pictures } = await generateImages(model, {
    prompt,
    negativePrompt,
    dialect: 'classroom',
    seeds: [BigInt(seed)],
    widthPx,
    heightPx,
    steps,
    guidance,
    sampler,
    schedule: 'default',
    noiseSource: 'torch-cpu',
  });
  return pictures[0]!.image;
}

if (import.meta.filename === process.argv[1]) {
  const only = process.argv[2] ?? '';
  const model = await loadModel(LESSON_MODEL_DIR);
  for (const { file, picture } of await listLessonPictures()) {
    if (!file.includes(only)) continue;
    await writeFile(file, await encodePng(await drawLessonPicture(model, picture)));
    console.log(path.relative('.', file));
  }
  await model.close();
}
