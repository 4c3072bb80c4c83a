import { setTimeout as wait } from 'node:timers/promises';
import { serveClassifier } from '#worker/moderation/pictures/serve-classifier.ts';

/** A gate that takes 400 ms for a look, and is frightened each time. */
await serveClassifier(async () => ({
  classify: async () => {
    await wait(400);
    return { drawing: 0.1, hentai: 0, neutral: 0, porn: 0.9, sexy: 0 };
  },
}));
