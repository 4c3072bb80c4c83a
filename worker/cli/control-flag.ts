import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { InvalidArgumentError } from 'commander';
import { EngineError } from '#worker/engine/contract/errors.ts';
import { CONTROL_TYPES } from '#worker/engine/contract/request.ts';
import type { ControlType, RgbImage } from '#worker/engine/contract/request.ts';
import { ANNOTATOR_IDS, annotate } from '#worker/engine/control/annotators/annotate.ts';
import { loadDecomposer } from '#worker/engine/control/annotators/decomposer.ts';
import { DECOMPOSED_TYPES } from '#worker/engine/control/annotators/part-names.ts';
import type { Device } from '#worker/engine/engine.ts';

/** A picture that steers: of what type, and in which file. */
export interface ControlFlag {
  type: ControlType;
  file: string;
}

/** The annotator that this project trains. */
export const DECOMPOSER_DIR = fileURLToPath(
  new URL('../../models/annotators/decomposer', import.meta.url),
);

/** Reads `depth=photo.png` after earlier ones. */
export function collectControl(text: string, earlier: ControlFlag[] = []): ControlFlag[] {
  const [name, ...rest] = text.split('=');
  const type = CONTROL_TYPES.find((known) => known === name);
  if (!type || rest.length === 0) {
    throw new InvalidArgumentError(`Write TYPE=FILE; types are ${CONTROL_TYPES.join(', ')}.`);
  }
  return [...earlier, { type, file: rest.join('=') }];
}

/**
 * Draws the control picture of a type out of a picture.
 *
 * @throws EngineError `bad-request` where nothing here draws the type, `model-missing` where the
 *   model that does is missing
 */
export async function drawControl(
  type: ControlType,
  image: RgbImage,
  { annotators, device }: { annotators: string; device: Device },
): Promise<RgbImage> {
  if (type === 'tile') return image;
  const classical = ANNOTATOR_IDS.find((id) => id === type);
  if (classical) return annotate(classical, image);
  const decomposed = DECOMPOSED_TYPES.find((id) => id === type);
  if (!decomposed) {
    const message = `Nothing here draws a ${type} picture: give one with --control-map.`;
    throw new EngineError('bad-request', message, '--control');
  }
  const decomposer = await loadDecomposer(path.resolve(annotators), { device });
  try {
    return await decomposer.draw(decomposed, image);
  } finally {
    await decomposer.close();
  }
}
