import { db } from '#app/platform/db.server.ts';
import { findProcess } from './find-process.server.ts';
import type { ProcessStep } from './find-process.server.ts';

/** A picture that was handed in, with what was asked for and how it came about. */
export interface SubmittedPicture {
  id: string;
  alt: string;
  widthPx: number;
  heightPx: number;
  /** The bytes reach the one who looks; a picture that was held meanwhile has a place and no bytes. */
  isShown: boolean;
  prompt: string;
  negativePrompt: string;
  dialect: string;
  seed: string;
  steps: number;
  guidance: number;
  sampler: string;
  modelId: string;
  lessonSlug: string | null;
  process: ProcessStep[];
}

/**
 * Pictures of one student in the order of `pictureIds`. A teacher sees all of them (`showAll`), students the
 * approved ones. Whoever calls it has proven that the submission may be read.
 */
export async function findSubmittedPictures(options: {
  userId: string;
  classId: string;
  pictureIds: string[];
  showAll: boolean;
}): Promise<SubmittedPicture[]> {
  const { userId, classId, pictureIds, showAll } = options;
  const pictures = await db.picture.findMany({
    where: { id: { in: pictureIds }, generation: { userId, classId } },
    include: { generation: true },
  });
  const generationIds = pictures.map(({ generationId }) => generationId);
  const processes = await findProcess({ userId, classId, generationIds, showAll });
  return pictures
    .sort((a, b) => pictureIds.indexOf(a.id) - pictureIds.indexOf(b.id))
    .map(({ id, alt, widthPx, heightPx, state, generation }) => ({
      id,
      alt,
      widthPx,
      heightPx,
      isShown: showAll || state === 'approved',
      prompt: generation.prompt,
      negativePrompt: generation.negativePrompt,
      dialect: generation.dialect,
      seed: String(generation.seed),
      steps: generation.steps,
      guidance: generation.guidance,
      sampler: generation.sampler,
      modelId: generation.modelId,
      lessonSlug: generation.lessonSlug,
      process: processes.get(generation.id) ?? [],
    }));
}
