/**
 * Trains a word or a style for some steps and writes what was shown, what was learned and the losses as a
 * safetensors file, for `check_training.py` to train the same in torch:
 * `npx tsx tests/conformance/concepts/dump-training.ts FILE [STEPS] [word|style]`.
 */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { learningRateAt } from '#worker/engine/concepts/learning-rate.ts';
import { openGradients } from '#worker/engine/concepts/open-gradients.ts';
import { openLessons } from '#worker/engine/concepts/open-lessons.ts';
import { trainConcept, WARM_UP_STEPS } from '#worker/engine/concepts/train-concept.ts';
import type { TrainingPlan } from '#worker/engine/concepts/training-plan.ts';
import { loadModel } from '#worker/engine/engine.ts';
import { writeSafetensors } from '#worker/engine/runtime/safetensors.ts';
import type { FloatTensor } from '#worker/engine/runtime/tensor.ts';
import { readSet } from '../../concepts/read-set.ts';

const FOLDER = 'models/starter';
/** Peak learning rates. */
const RATES = { word: 0.03, style: 0.002 };

const [file = '', steps = '100', kind = 'word'] = process.argv.slice(2);
if (kind !== 'word' && kind !== 'style') throw new Error(`There is no ${kind}: word or style.`);
const plan: TrainingPlan = {
  kind,
  name: 'zorp',
  examples: (await readSet('octopus')).slice(0, 8),
  startWord: 'ghost',
  vectors: 4,
  seed: 7,
  steps: Number(steps),
  learningRate: RATES[kind],
  stopsEarly: false,
};
const model = await loadModel(FOLDER);
const gradients = await openGradients(path.resolve(FOLDER), {});
const book = await openLessons(plan, model, gradients, FOLDER);
const tensors = new Map<string, FloatTensor>();
const add = (name: string, data: Float32Array, dims: readonly number[]) =>
  tensors.set(name, { data, dims: [...dims] });
const addLearned = (what: string, values: ReadonlyMap<string, Float32Array>) => {
  for (const [name, data] of values) add(`${what} ${name}`, data, gradients.learned.get(name)!);
};

addLearned('start', book.start);
addLearned('gradient', (await book.study(book.lessonAt(1), book.start)).gradients);
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
addLearned('learned', new Map([...learnings].map(([name, { values }]) => [name, values] as const)));
await writeFile(file, writeSafetensors({ tensors, metadata: {} }));
await gradients.release();
await model.close();
