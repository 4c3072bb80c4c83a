import { findCurrentClass } from '#app/features/classes/find-current-class.server.ts';
import { db } from '#app/platform/db.server.ts';

/** The class that a program of this person would work in, and whether it may. */
export async function findTokenPlace({ userId }: { userId: string }) {
  const current = await findCurrentClass({ userId });
  if (!current) return { classId: '', className: null, programsOn: false };
  const { programsOn } = await db.class.findUniqueOrThrow({
    where: { id: current.id },
    select: { programsOn: true },
  });
  return {
    classId: current.id,
    className: current.name,
    programsOn: programsOn || current.role === 'teacher',
  };
}
