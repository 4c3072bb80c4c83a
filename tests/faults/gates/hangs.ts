import { serveClassifier } from '#worker/moderation/pictures/serve-classifier.ts';

/** A gate that computes and never comes to an end. */
await serveClassifier(async () => ({
  classify: () => {
    for (;;);
  },
}));
