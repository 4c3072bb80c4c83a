import { writeSafetensors } from '../runtime/safetensors.ts';
import type { FloatTensor } from '../runtime/tensor.ts';
import type { TrainingPlan } from './training-plan.ts';

const DOWN = '.down';

/**
 * Packs what was learned as other tools read it: a word as diffusers' `learned_embeds.safetensors`
 * (its vectors under `<name>`), a style as a LoRA in the names of kohya's trainer, which WebUI and
 * diffusers know.
 *
 * @param learned shapes by name, as the gradient graph has them
 */
export function writeConceptFile(
  { kind, name, vectors }: Pick<TrainingPlan, 'kind' | 'name' | 'vectors'>,
  values: ReadonlyMap<string, Float32Array>,
  learned: ReadonlyMap<string, readonly number[]>,
): Buffer {
  const metadata = { format: 'pt', made_with: 'Easel' };
  const tensors = new Map<string, FloatTensor>();
  if (kind === 'word') {
    const width = learned.get('vectors')![1]!;
    const data = values.get('vectors')!.slice(0, vectors * width);
    tensors.set(`<${name}>`, { data, dims: [vectors, width] });
    return writeSafetensors({ tensors, metadata });
  }
  for (const [key, data] of values) {
    const dims = [...learned.get(key)!];
    const isDown = key.endsWith(DOWN);
    const layer = key.slice(0, key.lastIndexOf('.')).replaceAll('.', '_');
    tensors.set(`lora_unet_${layer}.lora_${isDown ? 'down' : 'up'}.weight`, { data, dims });
    // The strength that the training had: alpha over the rank is 1.
    if (isDown)
      tensors.set(`lora_unet_${layer}.alpha`, { data: Float32Array.of(dims[0]!), dims: [] });
  }
  return writeSafetensors({ tensors, metadata });
}
