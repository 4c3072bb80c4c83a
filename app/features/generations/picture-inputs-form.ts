import { z } from 'zod';
import { MASKED_CONTENTS } from '#worker/engine/contract/request.ts';
import { CONTROL_TYPES } from './control-record.ts';

export const blankAsUnset = (value: unknown) => (value === '' ? undefined : value);

/** A mask or a sketch of the largest size, as text. */
const MOST_DRAWING_LENGTH = 3_000_000;

const share = z.coerce
  .number({ invalid_type_error: 'This is a number.' })
  .min(0, 'At least 0.')
  .max(1, 'At most 1.');

/** What somebody drew, as a PNG in a data URL; or `generation:ID`, what that generation was drawn with. */
const drawingSchema = z.preprocess(
  blankAsUnset,
  z
    .string()
    .max(MOST_DRAWING_LENGTH, 'This drawing is too large.')
    .regex(/^(data:image\/png;base64,|generation:[0-9a-f-]{36}$)/, 'This is no drawing.')
    .optional(),
);

/** Pictures and drawings that a request begins from or is steered by, beside its words. */
export const pictureInputsShape = {
  /** The picture that the run begins from. */
  startPictureId: z.preprocess(blankAsUnset, z.string().uuid().optional()),
  strength: share.default(0.6),
  /** White where the picture is painted anew; of the picture's size. */
  mask: drawingSchema,
  maskBlurPx: z.coerce.number().min(0, 'At least 0.').max(64, 'At most 64.').default(4),
  maskContent: z.enum(MASKED_CONTENTS).default('original'),
  maskArea: z.enum(['whole', 'masked']).default('whole'),
  maskPaddingPx: z.coerce.number().int().min(0).max(256, 'At most 256.').default(32),
  /** What steers the layout, ready as the model reads it. */
  control: drawingSchema,
  controlType: z.enum(CONTROL_TYPES).default('scribble'),
  controlWeight: z.coerce.number().min(0, 'At least 0.').max(2, 'At most 2.').default(1),
  controlStart: share.default(0),
  controlEnd: share.default(1),
  hiresScale: z.preprocess(
    blankAsUnset,
    z.coerce.number().min(1).max(4, 'At most 4 times larger.').optional(),
  ),
  hiresStrength: share.default(0.5),
  guidanceRescale: z.preprocess(blankAsUnset, share.optional()),
};
