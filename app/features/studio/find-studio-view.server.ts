import { db } from '#app/platform/db.server.ts';
import { studioViewSchema } from './studio-view.ts';
import type { StudioView } from './studio-view.ts';

/** What this person chose; before that students begin with words, and teachers see everything. */
export async function findStudioView({ userId }: { userId: string }): Promise<StudioView> {
  const user = await db.user.findUniqueOrThrow({
    where: { id: userId },
    select: { studioView: true, role: true },
  });
  const chosen = studioViewSchema.safeParse(user.studioView);
  if (chosen.success) return chosen.data;
  return user.role === 'student' ? 'words' : 'everything';
}
