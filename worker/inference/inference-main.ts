import path from 'node:path';
import { EngineError } from '#worker/engine/contract/errors.ts';
import { loadModel } from '#worker/engine/engine.ts';
import { inferenceAskSchema } from './messages.ts';
import type { InferenceAsk, InferenceReply } from './messages.ts';
import { inferenceEnv } from './inference-env.ts';
import { makePicture } from './make-picture.ts';
import { createModelShelf } from './model-shelf.ts';

// The process that computes. It hears asks, makes pictures one after another in the order of the asks, and
// ends with its parent.

/** The model that the site offers first. */
const FIRST_MODEL = 'starter';

const { EASEL_MODELS_DIR, EASEL_DEVICE } = inferenceEnv();
const shelf = createModelShelf((modelId) =>
  loadModel(path.join(EASEL_MODELS_DIR, modelId), { device: EASEL_DEVICE }),
);
const running = new Map<number, AbortController>();
let line: Promise<void> = Promise.resolve();

process.on('message', (message) => {
  const ask = inferenceAskSchema.parse(message);
  if (ask.kind === 'cancel') {
    running.get(ask.id)?.abort();
    return;
  }
  running.set(ask.id, new AbortController());
  line = line.then(() => answer(ask));
});
process.on('disconnect', () => process.exit(0));
// The first picture should not wait for its model; a fault is met, and told, at that picture.
line = shelf.take(FIRST_MODEL).then(
  () => {},
  () => {},
);
tell({ kind: 'ready' });

async function answer({
  id,
  modelId,
  request,
}: InferenceAsk & { kind: 'generate' }): Promise<void> {
  try {
    const model = await shelf.take(modelId);
    const signal = running.get(id)?.signal;
    const picture = await makePicture(model, request, {
      signal,
      onStep: (progress) => tell({ kind: 'step', id, ...progress }),
    });
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
