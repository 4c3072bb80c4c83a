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

// The process that computes. It hears asks, begins pictures in the order of the asks, as many at once as it
// has room for, and ends with its parent.

/** The model that the site offers first. */
const FIRST_MODEL = 'starter';

const { EASEL_MODELS_DIR, EASEL_DEVICE } = inferenceEnv();
const shelf = createModelShelf((modelId, { loras, words }) =>
  loadModel(path.join(EASEL_MODELS_DIR, modelId), {
    device: EASEL_DEVICE,
    loras,
    embeddings: words,
  }),
);
const UPSCALERS = {
  folder: path.join(EASEL_MODELS_DIR, 'upscalers'),
  session: { device: EASEL_DEVICE },
};
const running = new Map<number, AbortController>();
const room = new Semaphore(1);

process.on('message', (message) => {
  const ask = inferenceAskSchema.parse(message);
  if (ask.kind === 'cancel') {
    running.get(ask.id)?.abort();
    return;
  }
  running.set(ask.id, new AbortController());
  void room.runExclusive(() => answer(ask), shareOfRoom(ask.request));
});
process.on('disconnect', () => process.exit(0));
// The first picture should not wait for its model; a fault is met, and told, at that picture.
shelf.use(FIRST_MODEL, async () => {}).catch(() => {});
tell({ kind: 'ready' });

async function answer({
  id,
  modelId,
  additions,
  request,
  enlarges,
}: InferenceAsk & { kind: 'generate' }): Promise<void> {
  try {
    const signal = running.get(id)?.signal;
    const onStep = (progress: { step: number; steps: number; previewPng?: Uint8Array }) =>
      tell({ kind: 'step', id, ...progress });
    const picture = enlarges
      ? await enlargePicture({ ...UPSCALERS, name: modelId, request, signal, onStep })
      : await shelf.use(
          modelId,
          (model) => makePicture(model, request, { signal, onStep }),
          additions,
        );
    tell({ kind: 'made', id, picture });
  } catch (error) {
    const known = error instanceof EngineError;
    if (!known) console.error(error);
    tell({
      kind: 'failed',
      id,
      code: known ? error.code : 'run-failed',
      message: known ? error.message : 'The picture could not be made. Try again.',
    });
  } finally {
    running.delete(id);
  }
}

function tell(reply: InferenceReply): void {
  // A parent that is gone hears nothing; the disconnect ends this process.
  if (process.connected) process.send?.(reply, () => {});
}
