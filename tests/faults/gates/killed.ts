import { serveClassifier } from '#worker/moderation/pictures/serve-classifier.ts';

/** A gate that is killed while it looks at a picture. */
await serveClassifier(async () => ({
  classify: () => {
    process.kill(process.pid, 'SIGKILL');
    return new Promise(() => {});
  },
}));
