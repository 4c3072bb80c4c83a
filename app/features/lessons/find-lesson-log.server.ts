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
  modelHash: true,
  parentId: true,
  strength: true,
  startSha256: true,
  maskSha256: true,
  maskBlurPx: true,
  maskContent: true,
  maskArea: true,
  maskPaddingPx: true,
  controls: true,
  hiresScale: true,
  hiresStrength: true,
  upscale: true,
  guidanceRescale: true,
  variationSeed: true,
  variationStrength: true,
  concepts: true,
  gridId: true,
  gridColumn: true,
  createdAt: true,
  startPicture: { select: { widthPx: true, heightPx: true } },
  pictures: {
    where: { state: 'approved' },
    take: 1,
    select: { id: true, alt: true, sha256: true, widthPx: true, heightPx: true },
  },
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
