import { publishLive } from '#app/platform/live.server.ts';

/** Tells the pages that show a concept to read it again. */
export function tellConcept({
  classId,
  userId,
}: {
  classId: string;
  userId: string;
}): Promise<void> {
  return publishLive({ kind: 'concept', classId, userId });
}
