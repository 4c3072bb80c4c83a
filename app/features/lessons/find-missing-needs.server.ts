import { findModels } from '#app/features/studio/find-models.server.ts';
import type { Need } from '#lessons/schema.ts';

/** What each need is, as a student and as a teacher reads it. */
const SENTENCES: Record<Need, { student: string; teacher: string }> = {
  'second-model': {
    student: 'This lesson compares two models, and this Easel has only one.',
    teacher:
      'This lesson compares two models, and this Easel has only one. Whoever looks after it can add one: `easel models pull` lists what there is, and any folder with a Stable Diffusion model in the models folder counts.',
  },
  'new-words': {
    student: 'This lesson teaches a model a new word, and no model here can be taught.',
    teacher:
      'This lesson teaches a model a new word. No model here comes with the gradients that teaching takes, so it can be read but not finished.',
  },
};

/** What a lesson takes and this Easel does not have, each as a sentence. */
export async function findMissingNeeds(needs: Need[], isTeacher: boolean): Promise<string[]> {
  if (needs.length === 0) return [];
  const models = await findModels();
  const has: Record<Need, boolean> = {
    'second-model': models.length > 1,
    'new-words': models.some(({ canLearn }) => canLearn),
  };
  return needs
    .filter((need) => !has[need])
    .map((need) => SENTENCES[need][isTeacher ? 'teacher' : 'student']);
}
