import { db } from '#app/platform/db.server.ts';
import type { StudioView } from './studio-view.ts';

/** Remembers how much of the studio this person wants to see. */
export async function chooseStudioView(options: {
  userId: string;
  view: StudioView;
}): Promise<void> {
  const { userId, view } = options;
  await db.user.update({ where: { id: userId }, data: { studioView: view } });
}
