import { EngineError } from '../contract/errors.ts';
import { readSafetensors } from '../runtime/safetensors.ts';
import type { FloatTensor } from '../runtime/tensor.ts';

/** Which of a model's networks a module belongs to. */
export type LoraTarget = 'unet' | 'textEncoder' | 'textEncoder2';

/** What a LoRA adds to one module: `up` times `down`, times `alpha` over the rank. */
export interface LoraModule {
  /** The name in the file, for errors. */
  key: string;
  target: LoraTarget;
  /** The module's path, joined by underscores, as `find-places.ts` writes it. */
  module: string;
  down: FloatTensor;
  up: FloatTensor;
  alpha: number | undefined;
}

/** What kohya's trainer and diffusers begin their names with. */
const TARGETS: ReadonlyArray<[RegExp, LoraTarget]> = [
  [/^(?:lora_unet_|unet\.)/, 'unet'],
  [/^(?:lora_te2_|text_encoder_2\.)/, 'textEncoder2'],
  [/^(?:lora_te1?_|text_encoder\.)/, 'textEncoder'],
];
const SUFFIX =
  /(?:[._]lora(?:_linear_layer)?[._](?<matrix>down|up|A|B)\.weight|\.(?<alpha>alpha))$/;

type Draft = Partial<LoraModule> & Pick<LoraModule, 'key' | 'target' | 'module'>;

/**
 * Reads a LoRA in the names of kohya's trainer (`lora_unet_..._lora_down.weight`) or of diffusers
 * (`unet....lora_A.weight`, and its older forms).
 *
 * @throws EngineError `bad-model` naming the key that is of another kind of adapter.
 */
export async function readLora(file: string, label: string): Promise<LoraModule[]> {
  const drafts = new Map<string, Draft>();
  for (const [key, tensor] of await readSafetensors(file, label)) {
    const target = TARGETS.find(([start]) => start.test(key));
    const suffix = SUFFIX.exec(key);
    if (!target || !suffix) throw unreadable(label, key);
    const module = pathOf(key.slice(0, suffix.index).replace(target[0], ''));
    const id = `${target[1]} ${module}`;
    const draft = drafts.get(id) ?? { key, target: target[1], module };
    const { matrix } = suffix.groups!;
    if (matrix === undefined) draft.alpha = tensor.data[0];
    else if (matrix === 'down' || matrix === 'A') draft.down = tensor;
    else draft.up = tensor;
    drafts.set(id, draft);
  }
  return [...drafts.values()].map(({ down, up, alpha, ...rest }) => {
    if (!down || !up) throw unreadable(label, rest.key);
    return { ...rest, down, up, alpha };
  });
}

function pathOf(module: string): string {
  return module
    .replaceAll('.processor.', '.')
    .replace(/^text_model[._]/, '')
    .replace(/to_out$/, 'to_out.0')
    .replaceAll('.', '_');
}

function unreadable(label: string, key: string): EngineError {
  return new EngineError(
    'bad-model',
    `${label} is no LoRA that Easel reads: it can’t use "${key}".`,
    label,
  );
}
