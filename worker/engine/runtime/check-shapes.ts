import { EngineError } from '../contract/errors.ts';
import type { Manifest } from './manifest.ts';
import { PARTS } from './parts.ts';
import type { ModelGraphs } from './parts.ts';
import type { Graph } from './session.ts';
import { hiddenStatesOf } from './text-encoder.ts';

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
  if (graphs.unet.inputs.has('text_embeds')) checkSecondEncoder(graphs);
  const width = graphs.unet.inputs.get('encoder_hidden_states')!.dims[2];
  const textWidth = textWidthOf(graphs);
  if (textWidth !== undefined && unfit(width, textWidth)) {
    throw wrongShape(
      PARTS.unet.file,
      'width of its text input, which its text encoder does not have',
    );
  }
}

/** Stable Diffusion XL reads two texts, and of each not the last layer but the one before. */
function checkSecondEncoder({ textEncoder, textEncoder2 }: ModelGraphs): void {
  const { file } = PARTS.textEncoder2;
  if (!textEncoder2) {
    throw new EngineError('bad-model', `${file} is missing from the model folder.`, file);
  }
  expectInput(textEncoder2, file, 'input_ids', undefined);
  if (!textEncoder2.outputs.has('text_embeds')) {
    throw wrongShape(file, 'outputs: it has no "text_embeds"');
  }
  if (hiddenStatesOf(textEncoder).length < 2) {
    throw wrongShape(PARTS.textEncoder.file, 'outputs: it has no "hidden_states"');
  }
  if (hiddenStatesOf(textEncoder2).length < 2) {
    throw wrongShape(file, 'outputs: it has no "hidden_states"');
  }
}

/** How wide the vectors are that the text encoders give together, where they say so. */
function textWidthOf({ textEncoder, textEncoder2 }: ModelGraphs): number | undefined {
  const encoders = textEncoder2 ? [textEncoder, textEncoder2] : [textEncoder];
  const widths = encoders.map(({ outputs }) => {
    const hidden = outputs.get('last_hidden_state') ?? firstOf(outputs);
    return hidden?.dims[2];
  });
  return widths.every((width) => typeof width === 'number' && width > 0)
    ? widths.reduce<number>((sum, width) => sum + Number(width), 0)
    : undefined;
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
