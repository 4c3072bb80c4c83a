import { db } from '#app/platform/db.server.ts';
import { findClock } from './find-retention.server.ts';
import type { Clock } from './find-retention.server.ts';

export interface ClassClock extends Clock {
  /** How many pictures, and requests for them, would go. */
  pictures: number;
}

/** A class's clock with what it would remove. The class must be there. */
export async function findClassClock({ classId }: { classId: string }): Promise<ClassClock> {
  const [clock, pictures] = await Promise.all([
    findClock(classId),
    db.generation.count({ where: { classId } }),
  ]);
  if (!clock) throw new Response(null, { status: 404 });
  return { ...clock, pictures };
}
