import type { Graph } from './session.ts';

/** The graphs of a folder. Those that a folder may do without are undefined where it does. */
export interface ModelGraphs {
  textEncoder: Graph;
  unet: Graph;
  vaeDecoder: Graph;
  vaeEncoder: Graph | undefined;
  controlNet: Graph | undefined;
  unetControlled: Graph | undefined;
}

/** Where each graph lies in a folder. */
export const PARTS = {
  textEncoder: { file: 'text_encoder/model.onnx', required: true },
  unet: { file: 'unet/model.onnx', required: true },
  vaeDecoder: { file: 'vae_decoder/model.onnx', required: true },
  vaeEncoder: { file: 'vae_encoder/model.onnx', required: false },
  controlNet: { file: 'controlnet/model.onnx', required: false },
  unetControlled: { file: 'unet_controlled/model.onnx', required: false },
} as const;
