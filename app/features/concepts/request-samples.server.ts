import { generationFormSchema } from '#app/features/generations/generation-form.ts';
import { requestGenerations } from '#app/features/generations/request-generations.server.ts';
import { findModels } from '#app/features/studio/find-models.server.ts';
import { SAMPLE_SEEDS, samplePrompts } from './training-settings.ts';
import type { ConceptKind } from './concept-record.ts';

interface RequestSamplesOptions {
  concept: {
    id: string;
    classId: string;
    userId: string;
    kind: string;
    name: string;
    modelId: string;
  };
  step: number;
}

/**
 * Asks for pictures of what a training has learned by now, at the same seeds each time. They wait in line with the
 * student's own pictures and pass the same gates. Throws a UserError where too many wait already.
 */
export async function requestSamples({ concept, step }: RequestSamplesOptions): Promise<void> {
  const { id, classId, userId, kind, name, modelId } = concept;
  const model = (await findModels()).find((each) => each.id === modelId);
  const defaults = model?.defaults;
  const side = model?.sidePx ?? 128;
  for (const prompt of samplePrompts(kind as ConceptKind, name)) {
    const form = generationFormSchema.parse({
      prompt,
      modelId,
      ...(defaults && {
        steps: defaults.steps,
        guidance: defaults.guidance,
        sampler: defaults.sampler,
      }),
      size: `${side}x${side}`,
    });
    const sample = { conceptId: id, step };
    await requestGenerations({ user: { id: userId }, classId, form, seeds: SAMPLE_SEEDS, sample });
  }
}
