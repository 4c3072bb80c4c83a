import path from 'node:path';
import { fileExists } from '../file-exists.ts';
import { GraphFile } from './graph-file.ts';

/** The graphs of a model folder whose weights are changed while it loads. */
export class GraphEdits {
  readonly #dir: string;
  readonly #opened = new Map<string, GraphFile>();

  constructor(dir: string) {
    this.#dir = dir;
  }

  /**
   * A graph to read and change; undefined where the folder has no such file.
   *
   * @throws EngineError `bad-model` where it can't be read.
   */
  async open(file: string): Promise<GraphFile | undefined> {
    const known = this.#opened.get(file);
    if (known) return known;
    const place = path.join(this.#dir, file);
    if (!(await fileExists(place))) return undefined;
    const graph = await GraphFile.read(place, file);
    this.#opened.set(file, graph);
    return graph;
  }

  /** Hands over a changed graph's bytes and forgets them; undefined where nothing was changed. */
  take(file: string): Uint8Array | undefined {
    const bytes = this.#opened.get(file)?.write();
    this.#opened.delete(file);
    return bytes;
  }
}
