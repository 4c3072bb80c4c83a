import { loadClassifier } from '#worker/moderation/pictures/classifier.ts';
import { serveClassifier } from '#worker/moderation/pictures/serve-classifier.ts';
import { damageWeights } from './damage-weights.ts';

/** A gate whose weights load, but are not the ones that were trained. */
await serveClassifier(() =>
  loadClassifier(damageWeights((weights) => weights.map((byte, at) => byte ^ (at % 7)))),
);
