import { EngineError } from '../contract/errors.ts';
import type { ControlType } from '../contract/request.ts';
import type { Model } from '../runtime/model.ts';

/**
 * The kinds of control picture in the order in which union control networks count them (ComfyUI's
 * `control_types.py`), each with the types that are drawn alike.
 */
const KINDS: readonly (readonly ControlType[])[] = [
  ['pose', 'face', 'hand'],
  ['depth'],
  ['scribble'],
  ['canny', 'line'],
  ['normal'],
  ['segment'],
  ['tile'],
  ['repaint'],
];

/**
 * What a control network is told about the type of its picture: a one-hot row for a union network,
 * which has an input `control_type`; undefined for one that sees it in the picture.
 *
 * @throws EngineError `bad-request` naming `controls` where the network does not know the type, or a
 *   union network is told none.
 */
export function typeRow(model: Model, type: ControlType | undefined): Float32Array | undefined {
  const input = model.graphs.controlNet?.inputs.get('control_type');
  const kind = KINDS.findIndex((types) => type && types.includes(type));
  const known = model.controlTypes;
  if (type && known && !KINDS[kind]!.some((alike) => known.includes(alike))) {
    throw unknownType(
      `This model can’t be steered by a ${type} picture. It knows: ${known.join(', ')}.`,
    );
  }
  if (!input) return undefined;
  if (!type) throw unknownType('Say what the control picture shows: this model asks for its type.');
  const width =
    typeof input.dims[1] === 'number' && input.dims[1] > 0 ? input.dims[1] : KINDS.length;
  if (kind >= width) throw unknownType(`This model can’t be steered by a ${type} picture.`);
  const row = new Float32Array(width);
  row[kind] = 1;
  return row;
}

function unknownType(message: string): EngineError {
  return new EngineError('bad-request', message, 'controls');
}
