import { db } from '#app/platform/db.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { readClassLimits } from './class-limits.ts';
import type { StudentLimits } from './class-limits.ts';

const HOUR_MS = 3600 * 1000;

/** What counts against the number of an hour: what a student drew freely, and neither a refusal nor a failure. */
const COUNTED = {
  lessonSlug: null,
  conceptId: null,
  isLive: false,
  mode: { not: 'upload' },
  state: { notIn: ['blocked', 'failed', 'cancelled'] },
} satisfies Prisma.GenerationWhereInput;

/** The limits of a person in a class; null for a teacher, and where the class sets none. */
export async function findStudentLimits(
  { userId, classId }: { userId: string; classId: string },
  transaction: Prisma.TransactionClient = db,
): Promise<StudentLimits | null> {
  const membership = await transaction.membership.findFirst({
    where: { userId, classId, role: 'student', removedAt: null },
    select: { class: { select: { settings: true } } },
  });
  if (!membership) return null;
  const limits = readClassLimits(membership.class.settings);
  const { picturesAnHour } = limits;
  if (picturesAnHour === null) return { ...limits, left: null };
  const drawn = await transaction.generation.count({
    where: { ...COUNTED, userId, classId, createdAt: { gt: new Date(Date.now() - HOUR_MS) } },
  });
  return { ...limits, left: Math.max(0, picturesAnHour - drawn) };
}
