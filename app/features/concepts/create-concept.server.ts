import { randomInt } from 'node:crypto';
import { db } from '#app/platform/db.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import { findModels } from '#app/features/studio/find-models.server.ts';
import { checkWords } from '#worker/moderation/words.ts';
import { Prisma } from '#prisma/generated/client.ts';
import { TRAINING_SETTINGS } from './training-settings.ts';
import type { ConceptForm } from './concept-form.ts';

const LARGEST_SEED = 2 ** 31;

interface CreateConceptOptions {
  user: { id: string };
  classId: string;
  form: ConceptForm;
}

/**
 * Begins a word or a style, without pictures yet. Throws a UserError where the name is taken in the class, is a
 * word that the model knows, or is none for a school; where the model can't be taught; and where its start word is
 * missing.
 */
export async function createConcept(options: CreateConceptOptions): Promise<{ id: string }> {
  const { user, classId, form } = options;
  const { kind, name, modelId } = form;
  const membership = await db.membership.findFirst({
    where: { classId, userId: user.id, removedAt: null, class: { archivedAt: null } },
    select: { classId: true },
  });
  if (!membership) throw new UserError('This class is not yours to work in.', { status: 404 });
  if (checkWords(name).decision === 'block')
    throw new UserError('Choose another name.', { field: 'name' });
  const model = (await findModels()).find(({ id }) => id === modelId);
  if (!model?.canLearn) throw new UserError('This model can’t be taught.', { field: 'modelId' });
  if (model.words?.known.includes(name))
    throw new UserError('The model knows this word. Make one up, such as “zorp”.', {
      field: 'name',
    });
  if (kind === 'word' && !form.startWord)
    throw new UserError('Say which word comes close.', { field: 'startWord' });
  try {
    return await db.concept.create({
      data: {
        classId,
        userId: user.id,
        kind,
        name,
        modelId,
        startWord: kind === 'word' ? form.startWord : '',
        steps: TRAINING_SETTINGS[kind].steps,
        seed: randomInt(LARGEST_SEED),
      },
      select: { id: true },
    });
  } catch (error) {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== 'P2002')
      throw error;
    throw new UserError('Somebody in your class has this name already.', { field: 'name' });
  }
}
