import { access, readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const stagesSchema = z.object({ block_out_channels: z.array(z.number()).min(1) });

/** Diffusion models halve a picture's side at least this often. */
const USUAL_STEP_PX = 64;

export interface ModelParts {
  /** It can be steered by a control picture. */
  hasControl: boolean;
  /** It can begin from a picture. */
  hasEncoder: boolean;
  /** The LoRAs that a prompt may name as `<lora:name:0.8>`. */
  loras: string[];
  /** It can be taught words and styles. */
  canLearn: boolean;
  /** Width and height must be whole multiples of this. */
  sizeStepPx: number;
}

/** What a model folder can do beside drawing from words. */
export async function readModelParts(folder: string): Promise<ModelParts> {
  const [controlNet, controlled, encoder, gradients, unet, decoder, loras] = await Promise.all([
    exists(path.join(folder, 'controlnet/model.onnx')),
    exists(path.join(folder, 'unet_controlled/model.onnx')),
    exists(path.join(folder, 'vae_encoder/model.onnx')),
    exists(path.join(folder, 'gradients/model.onnx')),
    countStages(path.join(folder, 'unet/config.json')),
    countStages(path.join(folder, 'vae_decoder/config.json')),
    readdir(path.join(folder, 'loras')).catch(() => []),
  ]);
  return {
    hasControl: controlNet && controlled,
    hasEncoder: encoder,
    loras: loras
      .filter((file) => file.endsWith('.safetensors'))
      .map((file) => path.basename(file, '.safetensors'))
      .sort(),
    canLearn: encoder && gradients,
    sizeStepPx: unet && decoder ? 2 ** (unet - 1 + decoder - 1) : USUAL_STEP_PX,
  };
}

/** Null where the file is missing or makes no sense: the engine says so when it loads the model. */
async function countStages(file: string): Promise<number | null> {
  try {
    const { block_out_channels: stages } = stagesSchema.parse(
      JSON.parse(await readFile(file, 'utf8')),
    );
    return stages.length;
  } catch {
    return null;
  }
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
