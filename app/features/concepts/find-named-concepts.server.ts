import { db } from '#app/platform/db.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import { conceptsFor } from './concept-access.server.ts';
import { readConceptTags } from './concept-tags.ts';
import type { ConceptKind, ConceptRecord } from './concept-record.ts';

interface FindNamedOptions {
  user: { id: string };
  classId: string;
  form: { prompt: string; negativePrompt: string; modelId: string };
}

/**
 * The words and styles of this person's class that a request names, with the files that they have now. What
 * nobody taught is text like any other. Throws a UserError where one was taught to another model.
 */
export async function findNamedConcepts(options: FindNamedOptions): Promise<ConceptRecord[]> {
  const { user, classId, form } = options;
  const tags = [...readConceptTags(form.prompt), ...readConceptTags(form.negativePrompt)];
  if (tags.length === 0) return [];
  const found = await db.concept.findMany({
    where: {
      AND: [
        { classId, name: { in: tags.map(({ name }) => name) }, fileSha256: { not: null } },
        conceptsFor(user.id),
      ],
    },
    orderBy: { name: 'asc' },
    select: { id: true, name: true, kind: true, modelId: true, fileSha256: true },
  });
  return found.map(({ id, name, kind, modelId, fileSha256 }) => {
    if (modelId !== form.modelId) {
      const message = `<${name}> was taught to the model “${modelId}”. Choose that model to use it.`;
      throw new UserError(message, { field: 'prompt' });
    }
    const { strength } = tags.find((tag) => tag.name === name)!;
    return {
      conceptId: id,
      name,
      kind: kind as ConceptKind,
      sha256: fileSha256!,
      strength,
    };
  });
}
