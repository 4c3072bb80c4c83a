import { serveClassifier } from '#worker/moderation/pictures/serve-classifier.ts';

let looks = 0;

/** A gate that takes fright at the first look at every picture, and at none of the three after it. */
await serveClassifier(async () => ({
  classify: async () => {
    const porn = looks++ % 4 === 0 ? 0.9 : 0.1;
    return { drawing: 1 - porn, hentai: 0, neutral: 0, porn, sexy: 0 };
  },
}));
