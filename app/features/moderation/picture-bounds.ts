import { MODELS_IN_THE_BOX } from '#models/catalog.ts';
import { DEFAULT_BOUNDS } from '#worker/moderation/pictures/verdict.ts';
import type { PictureBounds } from '#worker/moderation/pictures/verdict.ts';
import { readConcepts } from '#app/features/concepts/concept-record.ts';
import { readControls } from '#app/features/generations/control-record.ts';
import { readLoraTags } from '#worker/engine/prompt/lora-tags.ts';
import type { Generation } from '#prisma/generated/client.ts';

type Drawn = Pick<Generation, 'mode' | 'modelId' | 'prompt' | 'controls' | 'concepts'>;
/** `parent` is the picture that an enlarged one was. */
type Asked = Drawn & { parent?: Drawn | null };

/** Higher than the gate has scored any harmless picture: pale shapes and drawn skin are unsuitable to it. */
const NEARLY_SURE = 0.97;

/**
 * From where on a picture is held, by the bounds of its class. What a model has never seen it cannot draw, and
 * words alone bring nothing in: there the gate has to be nearly sure, and an enlargement brings in nothing either.
 * Bounds that are stricter than usual stay.
 */
export function boundsFor(asked: Asked, bounds: PictureBounds): PictureBounds {
  const drawn = asked.mode === 'upscale' ? (asked.parent ?? asked) : asked;
  if (!isOfWordsAlone(drawn) || !MODELS_IN_THE_BOX.includes(drawn.modelId)) return bounds;
  const raise = (kind: keyof PictureBounds) =>
    bounds[kind] < DEFAULT_BOUNDS[kind] ? bounds[kind] : Math.max(bounds[kind], NEARLY_SURE);
  return { porn: raise('porn'), hentai: raise('hentai'), sexy: raise('sexy') };
}

/** Whether nothing but words went in: no picture, sketch or control, and nothing that a person has taught. */
function isOfWordsAlone({ mode, prompt, controls, concepts }: Drawn): boolean {
  return (
    mode === 'text-to-image' &&
    readControls(controls).length === 0 &&
    readConcepts(concepts).length === 0 &&
    readLoraTags(prompt).length === 0
  );
}
