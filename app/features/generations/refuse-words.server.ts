import { findRules } from '#app/features/moderation/find-rules.server.ts';
import { checkPrompts } from '#worker/moderation/check-prompts.ts';
import { claimGeneration } from './claim-generation.server.ts';
import { finishGeneration } from './finish-generation.server.ts';

/**
 * Refuses what was just asked for where its words may not pass, so that nobody waits behind others to be told; says
 * whether it did. The worker checks again whatever it draws.
 */
export async function refuseWords(options: {
  classId: string;
  lessonSlug: string | null;
  form: { prompt: string; negativePrompt: string };
  rows: { id: string }[];
}): Promise<boolean> {
  const { classId, lessonSlug, form, rows } = options;
  const words = checkPrompts(form, await findRules({ classId, lessonSlug }));
  if (words.decision !== 'block') return false;
  for (const { id } of rows) {
    // A class that is paused is told when it goes on: the worker refuses then.
    const claimed = await claimGeneration(id);
    if (claimed) await finishGeneration(claimed, { state: 'blocked', verdicts: [words] });
  }
  return true;
}
