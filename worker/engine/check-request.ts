import { EngineError } from './contract/errors.ts';
import { generationRequestSchema } from './contract/request.ts';
import type { GenerationRequest } from './contract/request.ts';

/**
 * Checks all of a request that can be checked without a model.
 *
 * @throws EngineError `bad-request` naming the field
 */
export function checkRequest(request: unknown): GenerationRequest {
  const result = generationRequestSchema.safeParse(request);
  if (!result.success) {
    const { path, message } = result.error.issues[0]!;
    throw new EngineError('bad-request', message, path.join('.'));
  }
  const { start, inpaint } = result.data;
  if (inpaint && !start) {
    throw new EngineError('bad-request', 'A mask needs a picture to paint into.', 'start');
  }
  if (inpaint && start && !isSameSize(inpaint.mask, start.image)) {
    throw new EngineError('bad-request', 'The mask must have the size of its picture.', 'mask');
  }
  return result.data;
}

interface Size {
  widthPx: number;
  heightPx: number;
}

function isSameSize(a: Size, b: Size): boolean {
  return a.widthPx === b.widthPx && a.heightPx === b.heightPx;
}
