import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readSet } from '#tests/concepts/read-set.ts';
import { loadModel } from '../engine.ts';
import type { Model } from '../engine.ts';
import { readCheckpoint, writeCheckpoint } from './checkpoint.ts';
import { openGradients } from './open-gradients.ts';
import type { GradientGraph } from './open-gradients.ts';
import { openLessons } from './open-lessons.ts';
import { trainConcept } from './train-concept.ts';
import type { TrainingPlan } from './training-plan.ts';
import type { TrainingState } from './training-state.ts';

const FOLDER = 'models/starter';

let model: Model;
let gradients: GradientGraph;
let plan: TrainingPlan;

beforeAll(async () => {
  model = await loadModel(FOLDER);
  gradients = await openGradients(path.resolve(FOLDER), {});
  const examples = (await readSet('octopus')).slice(0, 6);
  plan = {
    kind: 'word',
    name: 'zorp',
    examples,
    startWord: 'ghost',
    vectors: 2,
    seed: 3,
    steps: 4,
    learningRate: 0.02,
    stopsEarly: true,
  };
}, 60_000);
afterAll(() => Promise.all([model?.close(), gradients?.release()]));

const lessons = (kind: TrainingPlan['kind'] = 'word') =>
  openLessons({ ...plan, kind }, model, gradients, FOLDER);

it.each(['word', 'style'] as const)('gives the slope of the loss: %s', async (kind) => {
  const book = await lessons(kind);
  const lesson = book.lessonAt(1);
  const values = new Map([...book.start].map(([name, own]) => [name, own.map((x) => x + 0.01)]));
  const { gradients: slopes } = await book.study(lesson, values);
  const squares = [...slopes.values()].flatMap((own) => [...own]).reduce((s, x) => s + x * x, 0);
  const length = Math.sqrt(squares);
  expect(length).toBeGreaterThan(0);
  // Along the gradient itself the loss changes most, so rounding matters least.
  const lossAt = async (distance: number) => {
    const moved = [...values].map(([name, own]) => {
      const slope = slopes.get(name)!;
      return [name, own.map((x, i) => x + (distance * slope[i]!) / length)] as const;
    });
    return (await book.study(lesson, new Map(moved))).loss;
  };
  const slope = ((await lossAt(0.05)) - (await lossAt(-0.05))) / 0.1;
  expect(Math.abs(slope / length - 1)).toBeLessThan(0.02);
});

it('learns the same at one go and from a checkpoint', async () => {
  const whole = await trainConcept(plan, await lessons());
  let kept: Buffer | undefined;
  await expect(
    trainConcept(plan, await lessons(), {
      onStep: (state) => {
        if (state.step === 2) kept = writeCheckpoint(state);
      },
      waitForTurn: () => (kept ? Promise.reject(new Error('killed')) : Promise.resolve()),
    }),
  ).rejects.toThrow('killed');
  const resumed = await trainConcept(plan, await lessons(), { from: readCheckpoint(kept!) });
  expect(resumed.losses.map(({ step }) => step)).toEqual([1, 2, 3, 4]);
  expect(largestDifference(whole, resumed)).toBeLessThan(1e-5);
  expect(resumed.checks).toHaveLength(1);
});

it('says so where a model folder can’t be taught', async () => {
  const opening = openGradients(path.resolve('tests/golden/tiny-sd-onnx'), {});
  await expect(opening).rejects.toMatchObject({ code: 'bad-request', field: 'modelId' });
});

function largestDifference(one: TrainingState, other: TrainingState): number {
  const differences = [...one.learnings].flatMap(([name, { values }]) =>
    Array.from(values, (x, i) => Math.abs(x - other.learnings.get(name)!.values[i]!)),
  );
  return Math.max(...differences);
}
