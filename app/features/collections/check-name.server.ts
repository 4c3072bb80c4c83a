import { UserError } from '#app/platform/user-error.ts';
import { checkWords } from '#worker/moderation/words.ts';

/** Throws a UserError where a name has words that do not belong on a wall of the school. */
export function checkName(name: string): void {
  if (checkWords(name, { strictness: 'strict' }).decision === 'block')
    throw new UserError('Some of these words do not belong here. Choose another name.', {
      field: 'name',
    });
}
