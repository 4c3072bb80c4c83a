/**
 * Trains a word for some steps and writes what was shown, what was learned and the losses as a safetensors file,
 * for `check_training.py` to train the same in torch: `npx tsx tests/conformance/concepts/dump-training.ts FILE [STEPS]`.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { learningRateAt } from '#worker/engine/concepts/learning-rate.ts';
import { openGradients } from '#worker/engine/concepts/open-gradients.ts';
import { openLessons } from '#worker/engine/concepts/open-lessons.ts';
import { trainConcept, WARM_UP_STEPS } from '#worker/engine/concepts/train-concept.ts';
import type { TrainingPlan } from '#worker/engine/concepts/training-plan.ts';
import { loadModel } from '#worker/engine/engine.ts';
import { decodeImage } from '#worker/engine/image/image-file.ts';
import { writeSafetensors } from '#worker/engine/runtime/safetensors.ts';
import type { FloatTensor } from '#worker/engine/runtime/tensor.ts';

const FOLDER = 'models/starter';
const PICTURES = 'tests/concepts/pictures/octopus';

const [file = '', steps = '100'] = process.argv.slice(2);
const captions = JSON.parse(await readFile(`${PICTURES}/captions.json`, 'utf8')) as string[];
const plan: TrainingPlan = {
  kind: 'word',
  name: 'zorp',
  examples: await Promise.all(
    captions.slice(0, 8).map(async (caption, i) => ({
      caption,
      image: await decodeImage(await readFile(`${PICTURES}/0${i}.png`), 'picture'),
    })),
  ),
  startWord: 'ghost',
  vectors: 4,
  seed: 7,
  steps: Number(steps),
  learningRate: 0.03,
  stopsEarly: false,
};
const model = await loadModel(FOLDER);
const gradients = await openGradients(path.resolve(FOLDER), {});
const book = await openLessons(plan, model, gradients, FOLDER);
const tensors = new Map<string, FloatTensor>();
const add = (name: string, data: Float32Array, dims: number[]) => tensors.set(name, { data, dims });
const dims = [...gradients.learned.get('vectors')!];

add('start', book.start.get('vectors')!.slice(), dims);
const first = await book.study(book.lessonAt(1), book.start);
add('gradient', first.gradients.get('vectors')!, dims);
for (let step = 1; step <= plan.steps; step++) {
  for (const [name, shown] of Object.entries(book.lessonAt(step))) {
    add(`${step} ${name}`, shown.data, shown.dims);
  }
}
const { losses, learnings } = await trainConcept(plan, book);
const rates = losses.map(({ step }) =>
  learningRateAt(step, { steps: plan.steps, warmUpSteps: WARM_UP_STEPS, peak: plan.learningRate }),
);
add('rates', Float32Array.from(rates), [rates.length]);
add(
  'losses',
  Float32Array.from(losses, ({ loss }) => loss),
  [losses.length],
);
add('learned', learnings.get('vectors')!.values, dims);
await writeFile(file, writeSafetensors({ tensors, metadata: {} }));
await gradients.release();
await model.close();
