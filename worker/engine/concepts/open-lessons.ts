import type { Model } from '../runtime/model.ts';
import { GraphEdits } from '../runtime/onnx/graph-edits.ts';
import type { FloatTensor } from '../runtime/tensor.ts';
import { captionFor, captionIds } from './captions.ts';
import { drawsAt } from './draws.ts';
import { encodeExamples } from './encode-examples.ts';
import type { GradientGraph } from './open-gradients.ts';
import { readTokenVectors, startValues } from './start-values.ts';
import type { TrainingPlan } from './training-plan.ts';

/** From so many pictures on, one is kept back to check by. */
const KEEP_BACK_FROM = 6;
const TIMESTEPS = 1000;
const CHUNK_IDS = 77;

/** What the model is shown in one step. */
export type Lesson = Record<'latents' | 'noise' | 'timesteps' | 'input_ids', FloatTensor>;

/** A plan with its model: what to show at each step, and how far off the model is. */
export interface LessonBook {
  /** What is learned, as it is before the first step. */
  start: ReadonlyMap<string, Float32Array>;
  lessonAt(step: number): Lesson;
  study(
    lesson: Lesson,
    values: ReadonlyMap<string, Float32Array>,
  ): Promise<{ loss: number; gradients: Map<string, Float32Array> }>;
  /** The loss on the picture that is kept back; undefined where there are too few to keep one. */
  checkLoss(values: ReadonlyMap<string, Float32Array>): Promise<number | undefined>;
}

/** Encodes a plan's pictures and opens what a training asks at each step. */
export async function openLessons(
  plan: TrainingPlan,
  model: Model,
  gradients: GradientGraph,
  dir: string,
): Promise<LessonBook> {
  const { latentDims, learned, graph } = gradients;
  const images = plan.examples.map(({ image }) => image);
  const views = await encodeExamples(model, images, plan.seed, latentDims);
  const { tokenizer } = model.textEncoders[0]!;
  const tokens = await readTokenVectors(new GraphEdits(dir));
  const vectorIds = Array.from({ length: plan.vectors }, (_, i) => tokens.firstFreeId + i);
  const concept = { name: plan.name, vectorIds };
  const all = startValues(plan, learned, tokens, tokenizer);
  const start = new Map(
    [...all].filter(([name]) => (name === 'vectors') === (plan.kind === 'word')),
  );
  const kept = images.length >= KEEP_BACK_FROM ? [images.length - 1] : [];
  const shown = images.map((_, i) => i).filter((i) => !kept.includes(i));
  const [count] = latentDims;

  function lesson(pictures: readonly number[], place: number, isCheck: boolean): Lesson {
    const draws = drawsAt(plan.seed, place);
    const latents = joined(latentDims);
    const ids = joined([count, CHUNK_IDS]);
    const size = latents.data.length / count;
    pictures.forEach((picture, i) => {
      const view = isCheck ? 0 : draws.below(views[picture]!.length);
      latents.data.set(views[picture]![view]!, i * size);
      const caption = captionFor(plan, plan.examples[picture]!.caption, draws);
      ids.data.set(captionIds(caption, tokenizer, concept), i * CHUNK_IDS);
    });
    // One timestep of each part of the range: the mean over a step varies less than by pure chance.
    const timesteps = pictures.map((_, i) =>
      Math.floor(((i + draws.uniform()) * TIMESTEPS) / count),
    );
    return {
      latents,
      noise: { data: draws.normal(latents.data.length), dims: [...latentDims] },
      timesteps: { data: Float32Array.from(timesteps), dims: [count] },
      input_ids: ids,
    };
  }

  const feedsOf = (values: ReadonlyMap<string, Float32Array>) => {
    const feeds: Record<string, FloatTensor> = {};
    for (const [name, dims] of learned) {
      feeds[name] = { data: values.get(name) ?? joined(dims).data, dims: [...dims] };
    }
    return feeds;
  };
  const run = (given: Lesson, values: ReadonlyMap<string, Float32Array>, wanted: string[]) =>
    graph.run({ ...given, ...feedsOf(values) }, { sessionMs: 0 }, wanted);

  return {
    start,
    lessonAt: (step) => lesson(picturesAt(step, shown, count, plan.seed), step, false),
    async study(given, values) {
      const names = [...values.keys()];
      const outputs = await run(given, values, ['loss', ...names.map((name) => `grad.${name}`)]);
      const found = names.map((name) => [name, outputs[`grad.${name}`]!.data] as const);
      return { loss: outputs['loss']!.data[0]!, gradients: new Map(found) };
    },
    async checkLoss(values) {
      const [picture] = kept;
      if (picture === undefined) return undefined;
      const losses: number[] = [];
      for (const place of CHECK_PLACES) {
        const same = new Array<number>(count).fill(picture);
        const outputs = await run(lesson(same, place, true), values, ['loss']);
        losses.push(outputs['loss']!.data[0]!);
      }
      return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
    },
  };
}

/** Apart from every step's place: the picture kept back meets the same noise at each check. */
const CHECK_PLACES = [2 ** 29, 2 ** 29 + 1];
const ORDER_PLACE = 2 ** 28;

/** Which pictures a step shows: all of them once, in a new order, before any comes again. */
function picturesAt(step: number, shown: readonly number[], count: number, seed: number): number[] {
  return Array.from({ length: count }, (_, i) => {
    const at = (step - 1) * count + i;
    const round = Math.floor(at / shown.length);
    return shuffled(shown, drawsAt(seed, ORDER_PLACE + round))[at % shown.length]!;
  });
}

/** Fisher and Yates's shuffle. */
function shuffled(items: readonly number[], draws: { below(count: number): number }): number[] {
  const order = [...items];
  for (let i = order.length - 1; i > 0; i--) {
    const j = draws.below(i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

function joined(dims: readonly number[]): FloatTensor {
  return {
    data: new Float32Array(dims.reduce((product, dim) => product * dim, 1)),
    dims: [...dims],
  };
}
