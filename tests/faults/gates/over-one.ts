import { serveClassifier } from '#worker/moderation/pictures/serve-classifier.ts';

/** A gate whose probabilities do not sum to one: every score is low, so that bounds alone would pass it. */
await serveClassifier(async () => ({
  classify: async () => ({ drawing: 0, hentai: 0, neutral: 0, porn: 0, sexy: 0 }),
}));
