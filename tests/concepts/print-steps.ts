/**
 * Learns a word and a style for some steps and writes down all that went in and came out, so that torch can take the
 * same steps: `npm run concepts:steps FILE [STEPS]`, then in `models`
 * `python -m training.export.compare_steps ../starter FILE`.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { learningRateAt } from '#worker/engine/concepts/learning-rate.ts';
import { openGradients } from '#worker/engine/concepts/open-gradients.ts';
import { openLessons } from '#worker/engine/concepts/open-lessons.ts';
import type { LessonBook } from '#worker/engine/concepts/open-lessons.ts';
import { trainConcept, WARM_UP_STEPS } from '#worker/engine/concepts/train-concept.ts';
import type { TrainingPlan } from '#worker/engine/concepts/training-plan.ts';
import { loadModel } from '#worker/engine/engine.ts';
import { decodeImage } from '#worker/engine/image/image-file.ts';

const FOLDER = 'models/starter';
const PICTURES = 'tests/concepts/pictures/octopus';

const [file = 'concept-steps.json', steps = '100'] = process.argv.slice(2);
const model = await loadModel(FOLDER);
const gradients = await openGradients(path.resolve(FOLDER), {});
const captions = JSON.parse(await readFile(`${PICTURES}/captions.json`, 'utf8')) as string[];
const examples = await Promise.all(
  captions.slice(0, 6).map(async (caption, i) => ({
    caption,
    image: await decodeImage(await readFile(`${PICTURES}/0${i}.png`), 'picture'),
  })),
);
const plan: Omit<TrainingPlan, 'kind' | 'learningRate'> = {
  name: 'zorp',
  examples,
  startWord: 'ghost',
  vectors: 2,
  seed: 3,
  steps: Number(steps),
  stopsEarly: false,
};
const runs = [];
for (const [kind, learningRate] of [
  ['word', 0.02],
  ['style', 0.002],
] as const) {
  runs.push(await run({ ...plan, kind, learningRate }));
}
await writeFile(file, JSON.stringify(runs));
console.log(`${steps} steps of a word and of a style: ${file}`);
await gradients.release();
await model.close();

async function run(whole: TrainingPlan) {
  const book = await openLessons(whole, model, gradients, FOLDER);
  const slopes: Record<string, string>[] = [];
  const watched: LessonBook = {
    ...book,
    study: async (lesson, values) => {
      const found = await book.study(lesson, values);
      // The first step is taken from the same values by both, so its gradients can be compared.
      if (slopes.length === 0) slopes.push(asText(found.gradients));
      return found;
    },
  };
  const { losses } = await trainConcept(whole, watched);
  const shown = losses.map(({ step }) => {
    const { latents, noise, timesteps, input_ids } = book.lessonAt(step);
    const inputs = { latents, noise, timesteps, input_ids };
    const options = { steps: whole.steps, warmUpSteps: WARM_UP_STEPS, peak: whole.learningRate };
    return {
      learningRate: learningRateAt(step, options),
      ...asText(new Map(Object.entries(inputs).map(([name, { data }]) => [name, data]))),
    };
  });
  return {
    kind: whole.kind,
    start: asText(book.start),
    gradients: slopes[0],
    shown,
    losses: losses.map(({ loss }) => loss),
  };
}

/** Numbers by name as the bytes of their float32, in base 64. */
function asText(numbers: ReadonlyMap<string, ArrayLike<number>>): Record<string, string> {
  const entries = [...numbers].map(([name, values]) => {
    const { buffer } = Float32Array.from(values);
    return [name, Buffer.from(buffer).toString('base64')] as const;
  });
  return Object.fromEntries(entries);
}
