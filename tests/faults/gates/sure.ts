import { serveClassifier } from '#worker/moderation/pictures/serve-classifier.ts';

/** A gate that sees the same in every view of a picture. */
await serveClassifier(async () => ({
  classify: async () => ({ drawing: 0.3, hentai: 0, neutral: 0, porn: 0.7, sexy: 0 }),
}));
