import { db } from '#app/platform/db.server.ts';
import { PERSON } from './needs-a-look.server.ts';

/** Whether the last word of a person on this generation lets its prompt pass, whatever the word gate says. */
export async function isApprovedByPerson(generationId: string): Promise<boolean> {
  const last = await db.verdict.findFirst({
    where: { generationId, gate: PERSON },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { decision: true },
  });
  return last?.decision === 'approve';
}
