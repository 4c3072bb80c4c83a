import { EngineError } from '../contract/errors.ts';
import type { FloatTensor } from '../runtime/tensor.ts';
import type { LayerNorm, TextEncoder } from '../runtime/text-encoder.ts';

/** CLIP's own; no published text encoder has another. */
const EPSILON = 1e-5;
/** Stable Diffusion XL was trained on the last layer but one. */
const XL_SKIP = 2;

/**
 * The text encoder's vectors that the UNet reads. `clipSkip` counts layers from the end as WebUI
 * does: 1 is the last one, 2 the one before (diffusers' `clip_skip` is one less, and two less for
 * Stable Diffusion XL, whose own choice is 2). Where a layer is left out, the encoder's last norm
 * still acts, but for Stable Diffusion XL.
 *
 * @param outputs of the text encoder, one chunk
 * @returns [1, tokens, width], an array of its own
 * @throws EngineError `bad-request` naming `clipSkip` where the export has no such layer.
 */
export async function chooseHidden(
  encoder: TextEncoder,
  outputs: Record<string, FloatTensor>,
  clipSkip: number | undefined,
  isXl: boolean,
): Promise<FloatTensor> {
  const skip = clipSkip ?? (isXl ? XL_SKIP : 1);
  if (skip === 1 && !isXl) return outputs['last_hidden_state'] ?? Object.values(outputs)[0]!;
  const { hiddenStates } = encoder;
  if (hiddenStates.length < 2) {
    throw refused('This model’s text encoder can’t leave out layers: its export has none to read.');
  }
  if (skip >= hiddenStates.length) {
    throw refused(`This model’s text encoder has ${hiddenStates.length - 1} layers.`);
  }
  const hidden = outputs[hiddenStates[hiddenStates.length - skip]!]!;
  if (isXl) return hidden;
  const norm = await encoder.readFinalNorm();
  if (!norm) {
    throw refused('This model’s text encoder can’t leave out layers: its last norm is not found.');
  }
  normalise(hidden, norm);
  return hidden;
}

/** Layer norm of each vector, in place. */
function normalise({ data, dims }: FloatTensor, { scale, shift }: LayerNorm): void {
  const width = dims.at(-1)!;
  for (let start = 0; start < data.length; start += width) {
    let sum = 0;
    for (let i = start; i < start + width; i++) sum += data[i]!;
    const mean = sum / width;
    let squares = 0;
    for (let i = start; i < start + width; i++) squares += (data[i]! - mean) ** 2;
    const factor = 1 / Math.sqrt(squares / width + EPSILON);
    for (let i = 0; i < width; i++) {
      data[start + i] = (data[start + i]! - mean) * factor * scale[i]! + shift[i]!;
    }
  }
}

function refused(message: string): EngineError {
  return new EngineError('bad-request', message, 'clipSkip');
}
