import { serveClassifier } from '#worker/moderation/pictures/serve-classifier.ts';

/** A gate that answers with numbers that are none. */
await serveClassifier(async () => ({
  classify: async () => ({ drawing: NaN, hentai: NaN, neutral: NaN, porn: NaN, sexy: NaN }),
}));
