import { printGalleryCursor } from '#app/features/pictures/gallery-cursor.ts';
import type { GalleryCursor } from '#app/features/pictures/gallery-cursor.ts';
import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { needsALook } from './needs-a-look.server.ts';
import type { ClassWorkFilter } from './class-work-filter.ts';

export const workSelect = {
  id: true,
  state: true,
  prompt: true,
  negativePrompt: true,
  failure: true,
  lessonSlug: true,
  createdAt: true,
  user: { select: { id: true, displayName: true } },
  pictures: {
    orderBy: { index: 'asc' },
    select: {
      id: true,
      state: true,
      alt: true,
      widthPx: true,
      heightPx: true,
      flags: {
        where: { resolvedAt: null },
        orderBy: { createdAt: 'asc' },
        select: { id: true, reason: true },
      },
    },
  },
  verdicts: {
    orderBy: { createdAt: 'asc' },
    select: {
      id: true,
      gate: true,
      decision: true,
      reason: true,
      appealedAt: true,
      resolvedAt: true,
      reviewer: { select: { displayName: true } },
    },
  },
} satisfies Prisma.GenerationSelect;

export type ClassWork = Prisma.GenerationGetPayload<{ select: typeof workSelect }>;

export interface ClassWorkPage {
  work: ClassWork[];
  /** Where the next page begins; null on the last one. */
  next: string | null;
}

/**
 * A page of all that a class has asked for, newest first, for a teacher of it: pictures in every state,
 * refused prompts, flags, asked reviews and decisions.
 */
export async function listModeration(options: {
  teacherId: string;
  classId: string;
  filter: ClassWorkFilter;
  after?: GalleryCursor;
  take?: number;
}): Promise<ClassWorkPage> {
  const { teacherId, classId, filter, after, take = 24 } = options;
  const found = await db.generation.findMany({
    where: {
      classId,
      class: taughtBy(teacherId),
      ...(filter.student && { userId: filter.student }),
      AND: [whereState(filter.state), whereAfter(after)],
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: take + 1,
    select: workSelect,
  });
  const work = found.slice(0, take);
  const last = work.at(-1);
  const next =
    found.length > take && last
      ? printGalleryCursor({ createdAt: last.createdAt, generationId: last.id })
      : null;
  return { work, next };
}

/** How many of a class wait for a teacher. */
export function countModeration({ classId }: { classId: string }): Promise<number> {
  return db.generation.count({ where: { classId, ...needsALook } });
}

function whereState(state: ClassWorkFilter['state']): Prisma.GenerationWhereInput {
  if (state === 'all') return {};
  return state === 'needs-a-look' ? needsALook : { state };
}

export function whereAfter(after: GalleryCursor | undefined): Prisma.GenerationWhereInput {
  if (!after) return {};
  const { createdAt, generationId } = after;
  return {
    createdAt: { lte: createdAt },
    OR: [{ createdAt: { lt: createdAt } }, { id: { lt: generationId } }],
  };
}
