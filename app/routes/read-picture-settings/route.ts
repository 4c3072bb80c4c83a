import { data } from '@remix-run/node';
import type { ActionFunctionArgs } from '@remix-run/node';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { takePictureFile } from '#app/features/pictures/take-picture-file.server.ts';
import { readDroppedSettings } from '#app/features/studio/read-dropped-settings.server.ts';
import { UserError } from '#app/platform/user-error.ts';

/** Answers with the settings that a picture file carries. The file is not kept. */
export async function action({ request }: ActionFunctionArgs) {
  await requireUser(request);
  try {
    return { settings: await readDroppedSettings(await takePictureFile(request)) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return data({ error: error.message }, { status: error.status });
  }
}
