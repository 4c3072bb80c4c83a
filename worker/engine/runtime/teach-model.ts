import path from 'node:path';
import { listWordFiles, readWord } from '../embeddings/read-words.ts';
import { hashWithAdditions } from './hash.ts';
import { loadTextReaders, openTextEncoders } from './load-text-encoders.ts';
import type { Model } from './model.ts';
import { GraphEdits } from './onnx/graph-edits.ts';
import { PARTS } from './parts.ts';
import { openGraph } from './session.ts';
import type { SessionOptions } from './session.ts';

/** A file of a learned word, and how prompts write the word. */
export interface WordFile {
  name: string;
  file: string;
}

/**
 * A loaded model that knows more words. It shares all but the text encoder with the model that it
 * comes from, which must stay open as long; closing it leaves that one open.
 *
 * @param dir the model's folder
 * @throws EngineError `bad-model` naming the word that does not fit
 */
export async function teachModel(
  model: Model,
  dir: string,
  words: readonly WordFile[],
  options: SessionOptions,
): Promise<Model> {
  const edits = new GraphEdits(dir);
  const own = await Promise.all((await listWordFiles(dir)).map((file) => readWord(file)));
  const added = await Promise.all(words.map(({ name, file }) => readWord(file, name)));
  const readers = await loadTextReaders(
    dir,
    edits,
    [...own, ...added],
    !!model.graphs.textEncoder2,
  );
  const graphs = { ...model.graphs };
  for (const { part } of readers) {
    const { file, turn } = PARTS[part];
    const graph = await openGraph(path.join(dir, file), file, options, edits.take(file));
    graphs[part] = model.line.queue(graph, turn);
  }
  return {
    ...model,
    hash: await hashWithAdditions(
      model.hash,
      words.map((word) => ({ ...word, strength: 1 })),
    ),
    graphs,
    textEncoders: openTextEncoders(dir, readers, graphs),
    close: async () => {
      await Promise.all(readers.map(({ part }) => graphs[part]?.release()));
    },
  };
}
