import { takeTurns } from '#app/features/generations/take-turns.server.ts';
import { visibleTo } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import { enqueueHeatmaps } from './enqueue-heatmaps.server.ts';

/** As many as one comparison has: a class waits for these as for pictures. */
const MOST_OPEN_A_PERSON = 4;
const OPEN = ['waiting', 'running'] as const;

interface RequestHeatmapsOptions {
  user: { id: string };
  pictureIds: readonly string[];
}

/**
 * Asks where the model looked for the words of some pictures, which are drawn once more for it. Pictures that have
 * their maps, or wait for them, stay as they are. Throws a UserError where too many are asked for, and a 404
 * response where one of the pictures is not this person's to see, was not drawn from words, or its class is over.
 */
export async function requestHeatmaps({ user, pictureIds }: RequestHeatmapsOptions): Promise<void> {
  const pictures = await db.picture.findMany({
    where: {
      AND: [{ id: { in: [...pictureIds] } }, await visibleTo(user.id)],
      generation: { mode: { notIn: ['upload', 'upscale'] }, class: { archivedAt: null } },
    },
    select: { id: true, heatmaps: { select: { state: true } } },
  });
  if (pictures.length < pictureIds.length) throw new Response(null, { status: 404 });
  const wanted = pictures
    .filter(({ heatmaps }) => !heatmaps || heatmaps.state === 'failed')
    .map(({ id }) => id);
  if (wanted.length === 0) return;
  const asked = await db.$transaction(async (tx) => {
    const { turns } = await takeTurns(tx, { userId: user.id, count: 1 });
    const open = await tx.pictureHeatmaps.count({
      where: { askedById: user.id, state: { in: [...OPEN] } },
    });
    if (open + wanted.length > MOST_OPEN_A_PERSON)
      throw new UserError(
        'Easel is still looking at other pictures for you. Wait for them first.',
        {
          status: 429,
        },
      );
    await tx.pictureHeatmaps.deleteMany({ where: { pictureId: { in: wanted }, state: 'failed' } });
    return tx.pictureHeatmaps.createManyAndReturn({
      // They stand behind the pictures that this person waits for, and behind each other.
      data: wanted.map((pictureId, index) => ({
        pictureId,
        askedById: user.id,
        turn: (turns[0] ?? 0) + open + index,
      })),
      skipDuplicates: true,
      select: { pictureId: true, turn: true },
    });
  });
  for (const heatmaps of asked) await enqueueHeatmaps(heatmaps);
}
