import { visibleTo } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';

export type JudgedPairPage = NonNullable<Awaited<ReturnType<typeof findJudgedPair>>>;

/**
 * A pair that this student has judged, with who made the two and from which prompts; null where there is none.
 * A picture that was hidden since is left out.
 */
export async function findJudgedPair(options: {
  userId: string;
  exerciseId: string;
  judgementId: string;
}) {
  const { userId, exerciseId, judgementId } = options;
  const judgement = await db.judgement.findFirst({
    where: { id: judgementId, userId, exerciseId, verdict: { not: null } },
    select: { id: true, verdict: true, reason: true, leftId: true, rightId: true },
  });
  if (!judgement) return null;
  const { leftId, rightId } = judgement;
  const pictures = await db.picture.findMany({
    where: { AND: [{ id: { in: [leftId, rightId] } }, await visibleTo(userId)] },
    select: {
      id: true,
      alt: true,
      generation: { select: { prompt: true, user: { select: { displayName: true } } } },
    },
  });
  const side = (pictureId: string) => {
    const picture = pictures.find(({ id }) => id === pictureId);
    if (!picture) return null;
    const { id, alt, generation } = picture;
    return { id, alt, prompt: generation.prompt, madeBy: generation.user.displayName };
  };
  return { ...judgement, left: side(leftId), right: side(rightId) };
}
