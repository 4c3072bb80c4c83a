import { findRules } from '#app/features/moderation/find-rules.server.ts';
import { findModels } from '#app/features/studio/find-models.server.ts';
import { checkPrompts } from '#worker/moderation/check-prompts.ts';

interface HalfTypedOptions {
  classId: string;
  form: { prompt: string; negativePrompt: string; modelId: string };
}

/**
 * Whether words that may not pass end in the beginning of one of the model's words with which they may, as somebody
 * types: the first three letters of "night" alone would be an insult.
 */
export async function isHalfTyped({ classId, form }: HalfTypedOptions): Promise<boolean> {
  const { prompt, negativePrompt, modelId } = form;
  const begun = /\p{L}+$/u.exec(prompt)?.[0].toLowerCase();
  if (!begun) return false;
  const rules = await findRules({ classId, lessonSlug: null });
  const passes = (text: string) =>
    checkPrompts({ prompt: text, negativePrompt }, rules).decision === 'allow';
  if (passes(prompt)) return false;
  const model = (await findModels()).find(({ id }) => id === modelId);
  const before = prompt.slice(0, -begun.length);
  return (model?.words?.known ?? []).some(
    (word) => word.length > begun.length && word.startsWith(begun) && passes(before + word),
  );
}
