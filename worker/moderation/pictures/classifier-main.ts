import { serveClassifier } from './serve-classifier.ts';

// Imported inside, so that a missing library is reported like any other failed start.
await serveClassifier(async () => (await import('./classifier.ts')).loadClassifier());
