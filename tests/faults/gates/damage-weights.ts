import type { ModelDefinition } from 'nsfwjs/core';
import { MobileNetV2Model } from 'nsfwjs/models/mobilenet_v2';

/** The gate's model with its weights' bytes changed. */
export function damageWeights(change: (weights: Buffer) => Uint8Array): ModelDefinition {
  const weightBundles = MobileNetV2Model.weightBundles.map((load) => async () => {
    const intact = Buffer.from((await load()).default, 'base64');
    return { default: Buffer.from(change(intact)).toString('base64') };
  });
  return { ...MobileNetV2Model, weightBundles };
}
