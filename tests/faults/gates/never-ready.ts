import { serveClassifier } from '#worker/moderation/pictures/serve-classifier.ts';

/** A gate whose model never finishes loading. */
await serveClassifier(() => new Promise(() => {}));
