import { askForShelf } from '#app/features/galleries/ask-for-shelf.server.ts';
import { takeDown } from '#app/features/galleries/take-down.server.ts';
import { flagPicture } from '#app/features/moderation/flag-picture.server.ts';
import { editPictureAlt } from './edit-picture-alt.server.ts';
import { enlargePicture } from './enlarge-picture.server.ts';
import type { PictureForm } from './picture-form.ts';
import { removePicture } from './remove-picture.server.ts';

interface ChangePictureOptions {
  user: { id: string };
  pictureId: string;
  form: PictureForm;
}

/** Does what a picture's page asks for. Throws a 404 response where it is not this person's to do. */
export async function changePicture({
  user,
  pictureId,
  form,
}: ChangePictureOptions): Promise<void> {
  if (form.intent === 'flag') return flagPicture({ user, pictureId, reason: form.reason });
  if (form.intent === 'enlarge') {
    await enlargePicture({ user, pictureId, scale: form.scale === '4' ? 4 : 2 });
    return;
  }
  if (form.intent === 'hang') return askForShelf({ userId: user.id, pictureId });
  if (form.intent === 'take-down') return takeDown({ userId: user.id, pictureId });
  const done =
    form.intent === 'alt'
      ? await editPictureAlt({ userId: user.id, pictureId, alt: form.alt })
      : await removePicture({ userId: user.id, pictureId });
  if (!done) throw new Response(null, { status: 404 });
}
