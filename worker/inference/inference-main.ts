import path from 'node:path';
import { Semaphore } from 'async-mutex';
import { EngineError } from '#worker/engine/contract/errors.ts';
import { loadModel } from '#worker/engine/engine.ts';
import { inferenceAskSchema } from './messages.ts';
import type { InferenceAsk, InferenceReply } from './messages.ts';
import { enlargePicture } from './enlarge-picture.ts';
import { inferenceEnv } from './inference-env.ts';
import { makePicture } from './make-picture.ts';
import { createModelShelf } from './model-shelf.ts';
import { shareOfRoom } from './share-of-room.ts';
import { TaughtModels } from './taught-models.ts';
import { teachConcept } from './teach-concept.ts';

// The process that computes. It hears asks, begins pictures in the order of the asks, as many at once as it
// has room for, and ends with its parent.

/** The model that the site offers first. */
const FIRST_MODEL = 'starter';

const { EASEL_MODELS_DIR, EASEL_DEVICE } = inferenceEnv();
const shelf = createModelShelf((modelId, loras) =>
  loadModel(folderOf(modelId), { device: EASEL_DEVICE, loras }),
);
const taught = new TaughtModels({ device: EASEL_DEVICE });
const UPSCALERS = {
  folder: path.join(EASEL_MODELS_DIR, 'upscalers'),
  session: { device: EASEL_DEVICE },
};
const running = new Map<number, AbortController>();
const trainings = new Set<number>();
const room = new Semaphore(1);

process.on('message', (message) => {
  const ask = inferenceAskSchema.parse(message);
  if (ask.kind === 'cancel') {
    running.get(ask.id)?.abort();
    return;
  }
  running.set(ask.id, new AbortController());
  if (ask.kind === 'train') void end(ask.id, () => train(ask));
  else if (ask.kind === 'enlarge')
    void room.runExclusive(() => end(ask.id, () => enlarge(ask)), shareOfRoom(ask));
  else void room.runExclusive(() => end(ask.id, () => draw(ask)), shareOfRoom(ask.request));
});
process.on('disconnect', () => process.exit(0));
// The first picture should not wait for its model; a fault is met, and told, at that picture.
shelf.use(FIRST_MODEL, async () => {}).catch(() => {});
tell({ kind: 'ready' });

/** Does what was asked and tells of a failure. */
async function end(id: number, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const known = error instanceof EngineError;
    if (!known) console.error(error);
    tell({
      kind: 'failed',
      id,
      code: known ? error.code : 'run-failed',
      message: known ? error.message : 'That did not work. Try again.',
    });
  } finally {
    running.delete(id);
    trainings.delete(id);
  }
}

async function draw(ask: InferenceAsk & { kind: 'generate' }): Promise<void> {
  const { id, modelId, additions, request } = ask;
  const signal = running.get(id)?.signal;
  const onStep = (progress: { step: number; steps: number; previewPng?: Uint8Array }) =>
    tell({ kind: 'step', id, ...progress });
  await shelf.use(
    modelId,
    (base) =>
      taught.use(base, folderOf(modelId), additions.words, async (model) => {
        const picture = await makePicture(model, request, { signal, onStep });
        tell({ kind: 'made', id, picture });
      }),
    additions.loras,
  );
}

async function enlarge(ask: InferenceAsk & { kind: 'enlarge' }): Promise<void> {
  const { id, upscaler, image, widthPx, heightPx } = ask;
  const picture = await enlargePicture({
    ...UPSCALERS,
    name: upscaler,
    image,
    widthPx,
    heightPx,
    signal: running.get(id)?.signal,
    onStep: (progress) => tell({ kind: 'step', id, ...progress }),
  });
  tell({ kind: 'made', id, picture });
}

async function train({ id, modelId, plan, from }: InferenceAsk & { kind: 'train' }): Promise<void> {
  trainings.add(id);
  await shelf.use(modelId, (model) =>
    teachConcept({
      model,
      folder: folderOf(modelId),
      plan,
      from,
      session: { device: EASEL_DEVICE },
      signal: running.get(id)!.signal,
      isBusy: () => running.size > trainings.size,
      onStep: (progress) => tell({ kind: 'learning', id, ...progress }),
      onCheckpoint: (news) => tell({ kind: 'checkpoint', id, news }),
    }),
  );
  tell({ kind: 'taught', id });
}

function folderOf(modelId: string): string {
  return path.join(EASEL_MODELS_DIR, modelId);
}

function tell(reply: InferenceReply): void {
  // A parent that is gone hears nothing; the disconnect ends this process.
  if (process.connected) process.send?.(reply, () => {});
}
