import type { Classifier } from './classifier.ts';
import { requestSchema } from './messages.ts';

/**
 * Answers pictures sent over this process's channel, one after another, and leaves with its parent.
 * Sends `ready` or `not-ready` once `load` has settled.
 */
export async function serveClassifier(load: () => Promise<Classifier>): Promise<void> {
  process.on('disconnect', () => process.exit());
  let classifier: Classifier;
  try {
    classifier = await load();
  } catch (error) {
    process.send?.({ kind: 'not-ready', detail: String(error) });
    return;
  }
  process.on('message', async (message) => {
    const { id, picture } = requestSchema.parse(message);
    try {
      process.send?.({ kind: 'scores', id, scores: await classifier.classify(picture) });
    } catch (error) {
      process.send?.({ kind: 'failed', id, detail: String(error) });
    }
  });
  process.send?.({ kind: 'ready' });
}
