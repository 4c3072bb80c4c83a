import { EngineError } from '../contract/errors.ts';
import type { Manifest } from './manifest.ts';
import { PARTS } from './parts.ts';
import type { ModelGraphs } from './parts.ts';
import type { Graph } from './session.ts';

/** Catches a part that belongs to another model before the first picture fails on it. */
export function checkShapes({ unet, autoencoder }: Manifest, graphs: ModelGraphs): void {
  expectInput(graphs.textEncoder, PARTS.textEncoder.file, 'input_ids', undefined);
  expectInput(graphs.unet, PARTS.unet.file, 'sample', unet.in_channels);
  expectInput(graphs.unet, PARTS.unet.file, 'timestep', undefined);
  expectInput(graphs.unet, PARTS.unet.file, 'encoder_hidden_states', undefined);
  const decoderInput = firstOf(graphs.vaeDecoder.inputs);
  if (unfit(decoderInput?.dims[1], autoencoder.latent_channels)) {
    throw wrongShape(PARTS.vaeDecoder.file, 'channels of its latents');
  }
  const width = graphs.unet.inputs.get('encoder_hidden_states')!.dims[2];
  const textWidth = firstOf(graphs.textEncoder.outputs)?.dims[2];
  if (typeof textWidth === 'number' && unfit(width, textWidth)) {
    throw wrongShape(
      PARTS.unet.file,
      'width of its text input, which its text encoder does not have',
    );
  }
}

function expectInput(graph: Graph, file: string, name: string, channels: number | undefined): void {
  const input = graph.inputs.get(name);
  if (!input) throw wrongShape(file, `inputs: it has no "${name}"`);
  if (channels !== undefined && unfit(input.dims[1], channels)) {
    throw wrongShape(file, `channels: "${name}" does not take ${channels}`);
  }
}

function unfit(dim: number | string | undefined, expected: number): boolean {
  return typeof dim === 'number' && dim > 0 && dim !== expected;
}

function firstOf<T>(map: ReadonlyMap<string, T>): T | undefined {
  return map.values().next().value;
}

function wrongShape(file: string, what: string): EngineError {
  return new EngineError('bad-model', `${file} has the wrong ${what}.`, file);
}
