import { extensionFormSchema } from '#app/features/assignments/assignment-form.ts';
import { grantExtension } from '#app/features/assignments/grant-extension.server.ts';
import { z } from 'zod';
import { dealPeerReviews } from './deal-peer-reviews.server.ts';
import { returnAll } from './return-all.server.ts';

export const stateFormSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('return-all') }),
  z.object({ intent: z.literal('deal') }),
  extensionFormSchema.extend({ intent: z.literal('extend') }),
]);

/** What a teacher does with all works of an assignment, by the form's intent; answers in a sentence. */
export async function changeAssignmentState(options: {
  teacherId: string;
  classId: string;
  assignmentId: string;
  form: z.output<typeof stateFormSchema>;
}): Promise<string> {
  const { form, ...which } = options;
  if (form.intent === 'deal') {
    await dealPeerReviews(which);
    return 'The reviews are dealt.';
  }
  if (form.intent === 'extend') {
    await grantExtension({ ...which, form });
    return form.dueAt ? 'There is more time now.' : 'The due date is as for everybody.';
  }
  const { returned, ungraded } = await returnAll(which);
  const rest = ungraded > 0 ? ` ${ungraded} not graded yet stay with you.` : '';
  return `${returned} returned.${rest}`;
}
