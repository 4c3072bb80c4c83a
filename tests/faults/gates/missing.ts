import { MobileNetV2Model } from 'nsfwjs/models/mobilenet_v2';
import { loadClassifier } from '#worker/moderation/pictures/classifier.ts';
import { serveClassifier } from '#worker/moderation/pictures/serve-classifier.ts';

/** A gate whose weights are not where they should be. */
const absent = './absent-weights.js';
await serveClassifier(() =>
  loadClassifier({ ...MobileNetV2Model, weightBundles: [() => import(absent)] }),
);
