import type { Turn } from '../batching/call.ts';
import type { Graph } from './session.ts';

/** The graphs of a folder. Those that a folder may do without are undefined where it does. */
export interface ModelGraphs {
  textEncoder: Graph;
  textEncoder2: Graph | undefined;
  unet: Graph;
  vaeDecoder: Graph;
  vaeEncoder: Graph | undefined;
  /** A small decoder for previews: latents as the UNet sees them -> RGB in -1..1, of any size. */
  vaeDecoderTiny: Graph | undefined;
  controlNet: Graph | undefined;
  unetControlled: Graph | undefined;
}

/** Where each graph lies in a folder, and when it computes in a run. */
export const PARTS = {
  textEncoder: { file: 'text_encoder/model.onnx', required: true, turn: 'first' },
  textEncoder2: { file: 'text_encoder_2/model.onnx', required: false, turn: 'first' },
  unet: { file: 'unet/model.onnx', required: true, turn: 'step' },
  vaeDecoder: { file: 'vae_decoder/model.onnx', required: true, turn: 'between' },
  vaeEncoder: { file: 'vae_encoder/model.onnx', required: false, turn: 'first' },
  vaeDecoderTiny: { file: 'vae_decoder_tiny/model.onnx', required: false, turn: 'first' },
  controlNet: { file: 'controlnet/model.onnx', required: false, turn: 'first' },
  unetControlled: { file: 'unet_controlled/model.onnx', required: false, turn: 'step' },
} as const satisfies Record<keyof ModelGraphs, { file: string; required: boolean; turn: Turn }>;
