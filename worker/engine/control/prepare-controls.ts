import { EngineError } from '../contract/errors.ts';
import type { GenerationRequest } from '../contract/request.ts';
import type { Model } from '../runtime/model.ts';
import { toPlanes } from '../stages/encode-image.ts';
import { typeRow } from './control-type.ts';
import type { Control } from './run-controls.ts';

/**
 * Turns a request's control pictures into what the ControlNet takes.
 *
 * @throws EngineError `bad-request` naming `controls`: a model without ControlNet or without the
 *   picture's type, a picture of another size, a window that ends before it begins.
 */
export function prepareControls(model: Model, request: GenerationRequest): Control[] {
  const controls = request.controls ?? [];
  if (controls.length > 0 && !(model.graphs.controlNet && model.graphs.unetControlled)) {
    throw new EngineError('bad-request', 'This model has no ControlNet.', 'controls');
  }
  return controls.map(({ type, image, weight, start, end }) => {
    if (image.widthPx !== request.widthPx || image.heightPx !== request.heightPx) {
      throw new EngineError(
        'bad-request',
        'A control picture must have the size of the picture.',
        'controls',
      );
    }
    if (end < start) {
      throw new EngineError('bad-request', 'A control must end after it begins.', 'controls');
    }
    return { picture: toPlanes(image, 0), typeRow: typeRow(model, type), weight, start, end };
  });
}
