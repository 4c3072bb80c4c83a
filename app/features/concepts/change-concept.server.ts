import { addPicture, captionPicture, takePicture } from './change-pictures.server.ts';
import type { ConceptAction } from './concept-form.ts';
import { deleteConcept } from './delete-concept.server.ts';
import { resumeTraining } from './resume-training.server.ts';
import { shareConcept } from './share-concept.server.ts';
import { startTraining } from './start-training.server.ts';
import { stopTraining } from './stop-training.server.ts';

interface ChangeConceptOptions {
  user: { id: string };
  conceptId: string;
  form: ConceptAction;
}

/** Does what a concept's page asks for. Throws a 404 response where it is not this person's to do. */
export async function changeConcept({
  user,
  conceptId,
  form,
}: ChangeConceptOptions): Promise<void> {
  const whose = { user, conceptId };
  switch (form.intent) {
    case 'add-picture':
      return addPicture({ ...whose, pictureId: form.pictureId });
    case 'remove-picture':
      return takePicture({ ...whose, pictureId: form.pictureId });
    case 'caption':
      return captionPicture({ ...whose, pictureId: form.pictureId, caption: form.caption });
    case 'train':
      return startTraining({ ...whose, tooLong: form.tooLong === 'on' });
    case 'resume':
      return resumeTraining(whose);
    case 'stop':
      return stopTraining(whose);
    case 'share':
    case 'unshare':
      return shareConcept({ ...whose, isShared: form.intent === 'share' });
    case 'delete':
      return deleteConcept(whose);
  }
}
