import { access } from 'node:fs/promises';
import path from 'node:path';
import { ComputeLine } from '../batching/compute-line.ts';
import { freeTimestep } from '../batching/free-timestep.ts';
import { EngineError } from '../contract/errors.ts';
import type { FolderSchedulerConfig } from '../samplers/scheduler-config.ts';
import { loadTokenizer } from '../tokenizer/load-tokenizer.ts';
import type { Tokenizer } from '../tokenizer/tokenizer.ts';
import { hashModelFolder } from './hash.ts';
import { checkShapes } from './check-shapes.ts';
import { readManifest } from './manifest.ts';
import { PARTS } from './parts.ts';
import type { ModelGraphs } from './parts.ts';
import type { LatentRgb, ModelDefaults } from './manifest.ts';
import { openGraph } from './session.ts';
import type { Graph, SessionOptions } from './session.ts';

/** A model folder, checked and ready to run. */
export interface Model {
  name: string;
  /** SHA-256 over the folder's graphs, tokenizer and configs: 64 hex digits. */
  hash: string;
  graphs: ModelGraphs;
  /** Where the graphs' calls wait for their turn; runs that step join it. */
  line: ComputeLine;
  tokenizer: Tokenizer;
  scheduler: FolderSchedulerConfig;
  defaults: ModelDefaults;
  /** Pixels to a latent, along each side. */
  latentScale: number;
  /** Width and height must be whole multiples of this. */
  sizeStepPx: number;
  latentChannels: number;
  unetChannels: number;
  scalingFactor: number;
  shiftFactor: number;
  latentRgb: LatentRgb | undefined;
  /** The types of control picture that the model knows, where it says so. */
  controlTypes: readonly string[] | undefined;
  conditioningOffset: number | undefined;
  /** Width of the LCM guidance embedding that the UNet takes, where it takes one. */
  guidanceEmbeddingWidth: number | undefined;
  /** Ends the sessions and frees their memory. */
  close(): Promise<void>;
}

/**
 * Loads a diffusers ONNX folder.
 *
 * @throws EngineError `model-missing`, `bad-model` naming the file that is missing, damaged or of
 *   the wrong shape, or `device-missing`.
 */
export async function loadModel(dir: string, options: SessionOptions = {}): Promise<Model> {
  const manifest = await readManifest(dir);
  const tokenizer = await loadTokenizer(path.join(dir, 'tokenizer'));
  const line = new ComputeLine();
  const graphs = await openGraphs(dir, line, options);
  checkShapes(manifest, graphs);
  const latentScale = 2 ** (manifest.autoencoder.block_out_channels.length - 1);
  return {
    name: manifest.name,
    hash: await hashModelFolder(dir),
    graphs,
    line,
    tokenizer,
    scheduler: manifest.scheduler,
    defaults: manifest.defaults,
    latentScale,
    sizeStepPx: latentScale * 2 ** (manifest.unet.block_out_channels.length - 1),
    latentChannels: manifest.autoencoder.latent_channels,
    unetChannels: manifest.unet.in_channels,
    scalingFactor: manifest.autoencoder.scaling_factor,
    shiftFactor: manifest.autoencoder.shift_factor ?? 0,
    latentRgb: manifest.latentRgb,
    controlTypes: manifest.controlNet?.control_types,
    conditioningOffset: manifest.conditioningOffset,
    guidanceEmbeddingWidth: manifest.unet.time_cond_proj_dim ?? undefined,
    async close() {
      await releaseAll(graphs);
    },
  };
}

async function openGraphs(
  dir: string,
  line: ComputeLine,
  options: SessionOptions,
): Promise<ModelGraphs> {
  const graphs: Partial<Record<keyof ModelGraphs, Graph>> = {};
  try {
    for (const [part, { file, required, turn }] of Object.entries(PARTS)) {
      const found = await access(path.join(dir, file)).then(
        () => true,
        () => false,
      );
      if (found) {
        const place = path.join(dir, file);
        const bytes = turn === 'step' ? await freeTimestep(place, undefined) : undefined;
        const graph = await openGraph(place, file, options, bytes);
        graphs[part as keyof ModelGraphs] = line.queue(graph, turn);
      } else if (required) {
        throw new EngineError('bad-model', `${file} is missing from the model folder.`, file);
      }
    }
  } catch (error) {
    await releaseAll(graphs);
    throw error;
  }
  return graphs as ModelGraphs;
}

async function releaseAll(graphs: Partial<Record<keyof ModelGraphs, Graph>>): Promise<void> {
  await Promise.all(Object.values(graphs).map((graph) => graph?.release()));
}
