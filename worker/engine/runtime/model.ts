import path from 'node:path';
import { ComputeLine } from '../batching/compute-line.ts';
import { listWordFiles, readWord } from '../embeddings/read-words.ts';
import { mergeLoras } from '../lora/merge-loras.ts';
import type { LoraChoice } from '../lora/merge-loras.ts';
import type { FolderSchedulerConfig } from '../samplers/scheduler-config.ts';
import { fileExists } from './file-exists.ts';
import { hashModelFolder, hashWithAdditions } from './hash.ts';
import { checkShapes } from './check-shapes.ts';
import { loadTextReaders, openTextEncoders } from './load-text-encoders.ts';
import { readManifest } from './manifest.ts';
import { GraphEdits } from './onnx/graph-edits.ts';
import { PARTS } from './parts.ts';
import type { ModelGraphs } from './parts.ts';
import type { LatentRgb, ModelDefaults } from './manifest.ts';
import { openGraphs, releaseGraphs } from './open-graphs.ts';
import type { SessionOptions } from './session.ts';
import type { TextEncoder } from './text-encoder.ts';

/** A model folder, checked and ready to run. */
export interface Model {
  name: string;
  /** SHA-256 over the folder's graphs, tokenizer and configs, and what was added: 64 hex digits. */
  hash: string;
  graphs: ModelGraphs;
  /** Where the graphs' calls wait for their turn; runs that step join it. */
  line: ComputeLine;
  /** One, or two for Stable Diffusion XL, whose vectors are joined. */
  textEncoders: readonly TextEncoder[];
  /** The LoRAs that are merged into the graphs. */
  loras: ReadonlyArray<Pick<LoraChoice, 'name' | 'strength'>>;
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
  /** What weights below 1 do, see `leave-out.ts`. */
  lowWeights: 'scale' | 'leave-out';
  /** Stable Diffusion XL: an empty negative prompt is zeros, not the vectors of an empty text. */
  zeroesEmptyNegative: boolean;
  /** Width of the LCM guidance embedding that the UNet takes, where it takes one. */
  guidanceEmbeddingWidth: number | undefined;
  /** Ends the sessions and frees their memory. */
  close(): Promise<void>;
}

export interface LoadOptions extends SessionOptions {
  /** LoRAs to merge into the weights, in this order. */
  loras?: readonly LoraChoice[];
  /** Files of learned words beside those of the folder's `embeddings`. */
  embeddings?: readonly string[];
}

/**
 * Loads a diffusers ONNX folder.
 *
 * @throws EngineError `model-missing`, `bad-model` naming the file that is missing, damaged or of
 *   the wrong shape, or `device-missing`.
 */
export async function loadModel(dir: string, options: LoadOptions = {}): Promise<Model> {
  const { loras = [], embeddings = [] } = options;
  const manifest = await readManifest(dir);
  const edits = new GraphEdits(dir);
  const words = await Promise.all(
    [...(await listWordFiles(dir)), ...embeddings].map((file) => readWord(file)),
  );
  const hasSecond = await fileExists(path.join(dir, PARTS.textEncoder2.file));
  const readers = await loadTextReaders(dir, edits, words, hasSecond);
  await mergeLoras(edits, loras, manifest.unet.layers_per_block);
  const line = new ComputeLine();
  const graphs = await openGraphs(dir, edits, line, options);
  const isXl = graphs.unet.inputs.has('text_embeds');
  const latentScale = 2 ** (manifest.autoencoder.block_out_channels.length - 1);
  try {
    checkShapes(manifest, graphs);
    return {
      name: manifest.name,
      hash: await hashAll(dir, loras, embeddings),
      graphs,
      line,
      textEncoders: openTextEncoders(dir, readers, graphs),
      loras: loras.map(({ name, strength }) => ({ name, strength })),
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
      lowWeights: manifest.lowWeights,
      zeroesEmptyNegative: isXl && manifest.forceZerosForEmptyPrompt,
      guidanceEmbeddingWidth: manifest.unet.time_cond_proj_dim ?? undefined,
      close: () => releaseGraphs(graphs),
    };
  } catch (error) {
    await releaseGraphs(graphs);
    throw error;
  }
}

async function hashAll(
  dir: string,
  loras: readonly LoraChoice[],
  embeddings: readonly string[],
): Promise<string> {
  const words = embeddings.map((file) => ({ name: path.basename(file), file, strength: 1 }));
  return hashWithAdditions(await hashModelFolder(dir), [...words, ...loras]);
}
