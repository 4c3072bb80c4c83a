import { saveDraft } from './save-draft.server.ts';
import { takeBack } from './take-back.server.ts';
import { turnIn } from './turn-in.server.ts';
import type { SubmissionForm } from './submission-form.ts';

/** What a student does with their work, by the form's intent; a save answers with its revision. */
export async function changeWork(options: {
  userId: string;
  assignmentId: string;
  form: SubmissionForm;
}): Promise<{ draftRevision: number } | null> {
  const { userId, assignmentId, form } = options;
  const who = { userId, assignmentId };
  if (form.intent === 'save') return saveDraft({ ...who, draft: form });
  if (form.intent === 'turn-in') await turnIn({ ...who, draft: form, version: form.version });
  else await takeBack({ ...who, from: form.from });
  return null;
}
