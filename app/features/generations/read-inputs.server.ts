import { visibleTo } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import type { ControlRecord } from './control-record.ts';
import type { GenerationForm } from './generation-form.ts';
import { storeDrawing } from './store-drawing.server.ts';

interface ReadInputsOptions {
  user: { id: string };
  form: GenerationForm;
  /** A sketch that is kept already, to begin from in place of a picture. */
  sketchSha256?: string | undefined;
}

/**
 * Proves that the pictures which a request begins from are this person's to use, keeps what they drew, and
 * returns the columns that log all of it.
 *
 * Throws a UserError that names the field: a start picture that is not theirs to see, a mask without one, a
 * drawing of another size.
 */
export async function readInputs({ user, form, sketchSha256 }: ReadInputsOptions) {
  const start = await findStartPicture({ user, form });
  if (form.mask && !start)
    throw new UserError('A mask needs a picture to paint into.', { field: 'mask' });
  const mask =
    form.mask && (await storeDrawing({ user, field: 'mask', drawing: form.mask, size: form.size }));
  return {
    mode: mask ? 'inpaint' : start || sketchSha256 ? 'image-to-image' : 'text-to-image',
    parentId: start?.generationId ?? form.parentId ?? null,
    startPictureId: start?.id ?? null,
    startSha256: start?.sha256 ?? sketchSha256 ?? null,
    strength: start || sketchSha256 ? form.strength : null,
    ...(mask && {
      maskSha256: mask,
      maskBlurPx: form.maskBlurPx,
      maskContent: form.maskContent,
      maskArea: form.maskArea,
      maskPaddingPx: form.maskPaddingPx,
    }),
    controls: await storeControls({ user, form }),
    ...(form.hiresScale &&
      form.hiresScale > 1 && {
        hiresScale: form.hiresScale,
        hiresStrength: form.hiresStrength,
      }),
    guidanceRescale: form.guidanceRescale ?? null,
  };
}

async function findStartPicture({ user, form }: ReadInputsOptions) {
  if (!form.startPictureId) return null;
  const picture = await db.picture.findFirst({
    where: { AND: [{ id: form.startPictureId, state: 'approved' }, await visibleTo(user.id)] },
    select: { id: true, sha256: true, generationId: true },
  });
  if (picture) return picture;
  throw new UserError('The picture to start from is not there any more.', {
    field: 'startPictureId',
    status: 404,
  });
}

async function storeControls({ user, form }: ReadInputsOptions): Promise<ControlRecord[]> {
  if (!form.control) return [];
  if (form.controlEnd < form.controlStart)
    throw new UserError('A control must end after it begins.', { field: 'controlEnd' });
  const sha256 = await storeDrawing({
    user,
    field: 'control',
    drawing: form.control,
    size: form.size,
  });
  return [
    {
      type: form.controlType,
      sha256,
      weight: form.controlWeight,
      start: form.controlStart,
      end: form.controlEnd,
    },
  ];
}
