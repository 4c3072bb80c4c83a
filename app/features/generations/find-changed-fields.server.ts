import { findDifferingFields } from '#app/features/comparisons/find-differing-fields.ts';
import type {
  ComparedGeneration,
  DifferingField,
} from '#app/features/comparisons/find-differing-fields.ts';
import { db } from '#app/platform/db.server.ts';
import { UserError } from '#app/platform/user-error.ts';

/**
 * Which settings a request changes against the generation that it started from; none where it names no
 * parent. Throws a UserError where the parent is neither the student's own nor approved in their class.
 */
export async function findChangedFields(options: {
  user: { id: string };
  classId: string;
  settings: Omit<ComparedGeneration, 'seed'> & { parentId: string | null };
  seeds: bigint[];
}): Promise<DifferingField[]> {
  const { user, classId, settings, seeds } = options;
  if (!settings.parentId) return [];
  const parent = await db.generation.findFirst({
    where: {
      id: settings.parentId,
      OR: [{ userId: user.id }, { classId, pictures: { some: { state: 'approved' } } }],
    },
  });
  if (!parent)
    throw new UserError('The picture that this started from is not there any more.', {
      field: 'parentId',
    });
  const asked = seeds.map((seed) => ({ ...settings, seed }));
  return findDifferingFields([parent], asked).differing;
}
