import { serveClassifier } from '#worker/moderation/pictures/serve-classifier.ts';

/** A gate that fails on every picture. */
await serveClassifier(async () => ({
  classify: () => Promise.reject(new Error('out of memory')),
}));
