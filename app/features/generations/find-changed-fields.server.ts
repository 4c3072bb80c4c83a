import { findDifferingFields } from '#app/features/comparisons/find-differing-fields.ts';
import type { DifferingField } from '#app/features/comparisons/find-differing-fields.ts';
import { db } from '#app/platform/db.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import type { GenerationForm } from './generation-form.ts';

/**
 * Which settings a request changes against the generation that it started from; none where it names no
 * parent. Throws a UserError where the parent is neither the student's own nor approved in their class.
 */
export async function findChangedFields(options: {
  user: { id: string };
  classId: string;
  form: GenerationForm;
  seeds: bigint[];
}): Promise<DifferingField[]> {
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
  const asked = seeds.map((seed) => ({ ...parent, ...form, ...form.size, seed }));
  return findDifferingFields([parent], asked).differing;
}
