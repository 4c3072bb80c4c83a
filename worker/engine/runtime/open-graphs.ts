import path from 'node:path';
import { nameAttention } from '../attention/name-attention.ts';
import type { ComputeLine } from '../batching/compute-line.ts';
import { freeTimestep } from '../batching/free-timestep.ts';
import { EngineError } from '../contract/errors.ts';
import { fileExists } from './file-exists.ts';
import type { GraphEdits } from './onnx/graph-edits.ts';
import { PARTS } from './parts.ts';
import type { ModelGraphs } from './parts.ts';
import { openGraph } from './session.ts';
import type { Graph, SessionOptions } from './session.ts';

/**
 * Opens the graphs of a model folder, with the weights that were changed. Their calls wait in `line`.
 *
 * @throws EngineError `bad-model` naming the file that is missing or damaged, or `device-missing`.
 */
export async function openGraphs(
  dir: string,
  edits: GraphEdits,
  line: ComputeLine,
  options: SessionOptions,
): Promise<ModelGraphs> {
  const graphs: Partial<Record<keyof ModelGraphs, Graph>> = {};
  try {
    for (const [part, { file, required, turn }] of Object.entries(PARTS)) {
      const place = path.join(dir, file);
      if (await fileExists(place)) {
        const changed = edits.take(file);
        const bytes = turn === 'step' ? await editStep(place, changed) : changed;
        const graph = await openGraph(place, file, options, bytes);
        graphs[part as keyof ModelGraphs] = line.queue(graph, turn);
      } else if (required) {
        throw new EngineError('bad-model', `${file} is missing from the model folder.`, file);
      }
    }
  } catch (error) {
    await releaseGraphs(graphs);
    throw error;
  }
  return graphs as ModelGraphs;
}

/** What is changed in every UNet: a timestep for each row, and its attention maps as outputs. */
async function editStep(
  file: string,
  changed: Uint8Array | undefined,
): Promise<Uint8Array | undefined> {
  const freed = await freeTimestep(file, changed);
  return freed && (nameAttention(freed) ?? freed);
}

/** Ends the sessions of those graphs that are open. */
export async function releaseGraphs(
  graphs: Partial<Record<keyof ModelGraphs, Graph | undefined>>,
): Promise<void> {
  await Promise.all(Object.values(graphs).map((graph) => graph?.release()));
}
