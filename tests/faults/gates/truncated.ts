import { loadClassifier } from '#worker/moderation/pictures/classifier.ts';
import { serveClassifier } from '#worker/moderation/pictures/serve-classifier.ts';
import { damageWeights } from './damage-weights.ts';

/** A gate whose weights end half way. */
await serveClassifier(() =>
  loadClassifier(damageWeights((weights) => weights.subarray(0, weights.length >> 1))),
);
