import { db } from '#app/platform/db.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';

interface FindLessonLogOptions {
  userId: string;
  classId: string;
  slug: string;
}

const logSelect = {
  id: true,
  stepId: true,
  state: true,
  prompt: true,
  dialect: true,
  negativePrompt: true,
  seed: true,
  noiseSource: true,
  steps: true,
  guidance: true,
  sampler: true,
  schedule: true,
  widthPx: true,
  heightPx: true,
  modelId: true,
  mode: true,
  strength: true,
  createdAt: true,
  pictures: { where: { state: 'approved' }, take: 1, select: { id: true, alt: true } },
} satisfies Prisma.GenerationSelect;

/** One generation of a student in a lesson, as the evidence rules read it. */
export type LogEntry = Prisma.GenerationGetPayload<{ select: typeof logSelect }>;

/** What one student has asked for in one lesson, oldest first. */
export function findLessonLog(options: FindLessonLogOptions): Promise<LogEntry[]> {
  const { userId, classId, slug } = options;
  return db.generation.findMany({
    where: { userId, classId, lessonSlug: slug },
    orderBy: [{ createdAt: 'asc' }, { turn: 'asc' }, { id: 'asc' }],
    select: logSelect,
  });
}
