import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { load } from 'nsfwjs/core';
import { MobileNetV2Model } from 'nsfwjs/models/mobilenet_v2';
import type { RgbImage } from '#worker/engine/contract/request.ts';

export type Features = Float32Array;

const SIDE_PX = 224;

/** The features of pictures by a network that had no part in drawing them: MobileNetV2's last but one layer. */
export async function openFeatures(): Promise<(image: RgbImage) => Features> {
  const backend = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm');
  setWasmPaths(join(dirname(backend), '/'));
  await tf.setBackend('wasm');
  const { name, options } = MobileNetV2Model;
  const network = await load(name, { ...options, modelDefinitions: [MobileNetV2Model] });
  const { model } = network as unknown as { model: tf.LayersModel };
  const before = model.layers.at(-2)!.output as tf.SymbolicTensor;
  const features = tf.model({ inputs: model.inputs, outputs: before });
  return ({ widthPx, heightPx, data }) =>
    tf.tidy(() => {
      const pixels = tf.tensor3d(data, [heightPx, widthPx, 3], 'int32');
      const scaled = tf.image.resizeBilinear(pixels, [SIDE_PX, SIDE_PX], true).div(255);
      const made = features.predict(scaled.expandDims(0)) as tf.Tensor;
      const flat = made.rank === 4 ? made.mean([1, 2]) : made;
      return Float32Array.from(flat.dataSync());
    });
}

/** How alike two sets are: the mean cosine of their features, measured from the middle of many pictures. */
export function likeness(
  some: readonly Features[],
  others: readonly Features[],
  middle: Features,
): number {
  const from = (all: readonly Features[]) => all.map((each) => each.map((x, i) => x - middle[i]!));
  const cosines = from(some).flatMap((a) => from(others).map((b) => cosine(a, b)));
  return cosines.reduce((sum, value) => sum + value, 0) / cosines.length;
}

/** The mean of features. */
export function middleOf(all: readonly Features[]): Features {
  const sum = new Float32Array(all[0]!.length);
  for (const each of all) each.forEach((x, i) => (sum[i] = sum[i]! + x / all.length));
  return sum;
}

function cosine(a: Features, b: Features): number {
  const dot = (p: Features, q: Features) => p.reduce((sum, x, i) => sum + x * q[i]!, 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}
