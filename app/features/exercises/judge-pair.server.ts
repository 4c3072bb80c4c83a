import { db } from '#app/platform/db.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import { checkWords } from '#worker/moderation/words.ts';
import { givenTo } from './exercise-access.server.ts';
import type { JudgementForm } from './exercise-form.ts';

/**
 * Takes a student's vote on a pair that was dealt to them, once, or their reason for it afterwards. Throws a 404
 * response for a pair that is not theirs, and a UserError for a second vote, after the judging has ended, or for
 * words that do not belong in a reason.
 */
export async function judgePair(options: {
  userId: string;
  exerciseId: string;
  form: JudgementForm;
}): Promise<void> {
  const { userId, exerciseId, form } = options;
  const judgement = await db.judgement.findFirst({
    where: { id: form.judgementId, userId, exerciseId, exercise: givenTo(userId) },
    select: { exercise: { select: { closedAt: true, asksWhy: true } } },
  });
  if (!judgement) throw new Response(null, { status: 404 });
  const { closedAt, asksWhy } = judgement.exercise;
  if (closedAt)
    throw new UserError('The judging is over: your teacher has closed it.', { status: 409 });
  if (form.intent === 'explain') {
    if (!asksWhy) throw new Response(null, { status: 404 });
    if (checkWords(form.reason, { strictness: 'strict' }).decision === 'block')
      throw new UserError('Some of these words do not belong here. Say it another way.', {
        field: 'reason',
      });
    await db.judgement.updateMany({
      where: { id: form.judgementId, verdict: { not: null } },
      data: { reason: form.reason },
    });
    return;
  }
  const { count } = await db.judgement.updateMany({
    where: { id: form.judgementId, verdict: null },
    data: { verdict: form.verdict, judgedAt: new Date() },
  });
  if (count === 0) throw new UserError('You have judged this pair already.', { status: 409 });
}
