import { data } from '@remix-run/node';
import type { ActionFunctionArgs } from '@remix-run/node';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { findCurrentClass } from '#app/features/classes/find-current-class.server.ts';
import { takePictureFile } from '#app/features/pictures/take-picture-file.server.ts';
import { uploadPicture } from '#app/features/pictures/upload-picture.server.ts';
import { UserError } from '#app/platform/user-error.ts';

/** A picture from outside; answers with the generation that it waits as. */
export async function action({ request }: ActionFunctionArgs) {
  const user = await requireUser(request);
  try {
    const bytes = await takePictureFile(request);
    const currentClass = await findCurrentClass({ userId: user.id });
    const { id } = await uploadPicture({ user, classId: currentClass?.id ?? '', bytes });
    return { id };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return data({ error: error.message }, { status: error.status });
  }
}
