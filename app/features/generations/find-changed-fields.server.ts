import { db } from '#app/platform/db.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import type { GenerationForm } from './generation-form.ts';

/** The settings that decide a picture, in the order in which a page names them. */
export const COMPARED_FIELDS = [
  'prompt',
  'dialect',
  'negativePrompt',
  'seed',
  'steps',
  'guidance',
  'sampler',
  'schedule',
  'widthPx',
  'heightPx',
  'modelId',
] as const;
export type ComparedField = (typeof COMPARED_FIELDS)[number];

/**
 * Which settings a request changes against the picture that it started from; none where it names no
 * parent. Throws a UserError where the parent is neither the student's own nor approved in their class.
 */
export async function findChangedFields(options: {
  user: { id: string };
  classId: string;
  form: GenerationForm;
  seeds: bigint[];
}): Promise<ComparedField[]> {
  const { user, classId, form, seeds } = options;
  if (!form.parentId) return [];
  const parent = await db.generation.findFirst({
    where: {
      id: form.parentId,
      OR: [{ userId: user.id }, { classId, pictures: { some: { state: 'approved' } } }],
    },
  });
  if (!parent)
    throw new UserError('The picture that this started from is not there any more.', {
      field: 'parentId',
    });
  const asked = { ...form, ...form.size, seed: seeds.length === 1 ? seeds[0] : undefined };
  return COMPARED_FIELDS.filter((field) => parent[field] !== asked[field]);
}
