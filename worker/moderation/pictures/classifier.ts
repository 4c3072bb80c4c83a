import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { load, type ModelDefinition, type NSFWJS } from 'nsfwjs/core';
import { MobileNetV2Model } from 'nsfwjs/models/mobilenet_v2';
import type { Picture, PictureScores } from './verdict.ts';

export interface Classifier {
  classify(picture: Picture): Promise<PictureScores>;
}

/** What the intact model answers to `knownPicture`, as measured with nsfwjs 4.4.0. */
const KNOWN_SCORES: PictureScores = {
  drawing: 0.004,
  hentai: 0.006,
  neutral: 0.456,
  porn: 0.526,
  sexy: 0.008,
};
/** Room for the rounding of another processor's kernels. */
const KNOWN_TOLERANCE = 0.05;

/**
 * Loads nsfwjs's MobileNetV2 on the WebAssembly backend and asks it about a known picture.
 * The answer proves that weights and kernels are intact, and warms the model up.
 *
 * @throws Error where the model is missing or damaged, or WebAssembly can't be used.
 */
export async function loadClassifier(
  model: ModelDefinition = MobileNetV2Model,
): Promise<Classifier> {
  const backend = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm');
  setWasmPaths(join(dirname(backend), '/'));
  if (!(await tf.setBackend('wasm'))) throw new Error('the WebAssembly backend did not start');
  const network = await load(model.name, { ...model.options, modelDefinitions: [model] });
  const classifier = { classify: (picture: Picture) => classifyWith(network, picture) };
  const scores = await classifier.classify(knownPicture());
  for (const name of Object.keys(KNOWN_SCORES) as (keyof PictureScores)[]) {
    if (!(Math.abs(scores[name] - KNOWN_SCORES[name]) <= KNOWN_TOLERANCE))
      throw new Error('the model does not answer as the intact one does');
  }
  return classifier;
}

async function classifyWith(network: NSFWJS, picture: Picture): Promise<PictureScores> {
  const pixels = tf.tensor3d(picture.data, [picture.heightPx, picture.widthPx, 3], 'int32');
  try {
    const predictions = await network.classify(pixels);
    const byName = new Map(predictions.map((each) => [each.className, each.probability]));
    return {
      drawing: byName.get('Drawing') ?? NaN,
      hentai: byName.get('Hentai') ?? NaN,
      neutral: byName.get('Neutral') ?? NaN,
      porn: byName.get('Porn') ?? NaN,
      sexy: byName.get('Sexy') ?? NaN,
    };
  } finally {
    pixels.dispose();
  }
}

/** Three gradients, one of them rough, small enough that it goes through the resize as well. */
function knownPicture(): Picture {
  const sidePx = 64;
  const data = new Uint8Array(sidePx * sidePx * 3);
  for (let y = 0; y < sidePx; y++) {
    for (let x = 0; x < sidePx; x++) {
      data.set([x * 4, y * 4, (x ^ y) * 4], (y * sidePx + x) * 3);
    }
  }
  return { widthPx: sidePx, heightPx: sidePx, data };
}
