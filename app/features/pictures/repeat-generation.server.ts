import { readInputFields } from '#app/features/generations/read-input-fields.ts';
import { generationFormSchema } from '#app/features/generations/generation-form.ts';
import { requestGenerations } from '#app/features/generations/request-generations.server.ts';
import { db } from '#app/platform/db.server.ts';

/** Those that the studio's form asks for. */
const FORM_MODES = ['text-to-image', 'image-to-image', 'inpaint'];

interface RepeatGenerationOptions {
  user: { id: string };
  generationId: string;
}

/**
 * Asks once more, with the same seed and settings, for a picture of one's own that failed or was cancelled.
 * Null where there is none such. Throws the UserErrors of `requestGenerations`.
 */
export async function repeatGeneration(
  options: RepeatGenerationOptions,
): Promise<{ id: string } | null> {
  const { user, generationId } = options;
  const row = await db.generation.findFirst({
    where: {
      id: generationId,
      userId: user.id,
      state: { in: ['failed', 'cancelled'] },
      mode: { in: FORM_MODES },
    },
  });
  if (!row) return null;
  const form = generationFormSchema.parse({
    ...row,
    seed: String(row.seed),
    size: `${row.widthPx}x${row.heightPx}`,
    parentId: row.parentId ?? '',
    ...readInputFields(row),
  });
  const { lessonSlug: slug, stepId } = row;
  const { ids } = await requestGenerations({
    user,
    classId: row.classId,
    form,
    ...(slug && stepId && { lesson: { slug, stepId } }),
  });
  return ids[0] ? { id: ids[0] } : null;
}
