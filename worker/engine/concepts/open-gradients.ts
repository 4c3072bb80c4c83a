import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { EngineError } from '../contract/errors.ts';
import { GraphEdits } from '../runtime/onnx/graph-edits.ts';
import { openGraph } from '../runtime/session.ts';
import type { Graph, SessionOptions } from '../runtime/session.ts';
import { fillWeights } from './fill-weights.ts';

const FILE = 'gradients/model.onnx';
const FIXED = ['latents', 'noise', 'timesteps', 'input_ids'];

/** The denoising loss of a model and its gradients, for a fixed number of pictures at once. */
export interface GradientGraph {
  graph: Graph;
  /** Latents of one call: [pictures, channels, height, width]. */
  latentDims: readonly [number, number, number, number];
  /** Shape of what can be learned, by name: `vectors` [V, width], `<layer>.down`, `<layer>.up`. */
  learned: ReadonlyMap<string, readonly number[]>;
  release(): Promise<void>;
}

/**
 * Opens a model folder's graph of loss and gradients with the folder's own weights.
 *
 * @throws EngineError `bad-request` where the folder has none, `bad-model` where it does not fit.
 */
export async function openGradients(dir: string, options: SessionOptions): Promise<GradientGraph> {
  const file = path.join(dir, FILE);
  const bytes = await readFile(file).catch((cause: unknown) => {
    const error = new EngineError(
      'bad-request',
      'This model can’t be taught new words.',
      'modelId',
    );
    error.cause = cause;
    throw error;
  });
  const filled = await fillWeights(bytes, FILE, new GraphEdits(dir));
  const graph = await openGraph(file, FILE, options, filled);
  const shapes = [...graph.inputs].map(([name, { dims }]) => [name, dims.map(Number)] as const);
  const latents = new Map(shapes).get('latents');
  if (latents?.length !== 4 || !graph.outputs.has('loss')) {
    await graph.release();
    throw new EngineError('bad-model', `${FILE} gives no loss of latents.`, FILE);
  }
  return {
    graph,
    latentDims: latents as [number, number, number, number],
    learned: new Map(shapes.filter(([name]) => !FIXED.includes(name))),
    release: () => graph.release(),
  };
}
