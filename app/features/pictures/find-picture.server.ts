import { db } from '#app/platform/db.server.ts';
import { visibleTo } from './picture-access.server.ts';

interface FindPictureOptions {
  viewerId: string;
  pictureId: string;
  /** Leaves out what was made in other classes. */
  classId?: string;
}

const MAX_CHILDREN = 12;

export type PicturePage = NonNullable<Awaited<ReturnType<typeof findPicture>>>;

/**
 * Everything that a picture's page shows: the picture, every setting that made it, its parent, and what this
 * person may do with it. Null where they may not see it. Its maker sees the page of a held picture too, but
 * not the picture.
 */
export async function findPicture({ viewerId, pictureId, classId }: FindPictureOptions) {
  const ownHeld = { state: 'held' as const, generation: { userId: viewerId } };
  const picture = await db.picture.findFirst({
    where: { id: pictureId, generation: { classId }, OR: [visibleTo(viewerId), ownHeld] },
    include: {
      flags: { where: { userId: viewerId }, select: { id: true } },
      generation: {
        include: {
          user: { select: { displayName: true } },
          class: {
            select: { name: true, _count: { select: { memberships: teaching(viewerId) } } },
          },
          parent: { select: relativeOf(viewerId) },
          children: {
            where: { pictures: { some: visibleTo(viewerId) } },
            orderBy: { createdAt: 'asc' },
            take: MAX_CHILDREN,
            select: relativeOf(viewerId),
          },
        },
      },
    },
  });
  if (!picture) return null;
  const { generation } = picture;
  const isOwn = generation.userId === viewerId;
  const isTeacher = generation.class._count.memberships > 0;
  return {
    id: picture.id,
    alt: picture.alt,
    state: picture.state,
    widthPx: picture.widthPx,
    heightPx: picture.heightPx,
    isShown: picture.state === 'approved' || isTeacher,
    isFlagged: picture.flags.length > 0,
    isOwn,
    canEdit: isTeacher || (isOwn && picture.state === 'approved'),
    canRemove: isOwn && picture.state === 'approved',
    madeBy: generation.user.displayName,
    className: generation.class.name,
    createdAt: generation.createdAt,
    pipelineMs: generation.pipelineMs,
    prompt: generation.prompt,
    negativePrompt: generation.negativePrompt,
    dialect: generation.dialect,
    seed: String(generation.seed),
    steps: generation.steps,
    guidance: generation.guidance,
    sampler: generation.sampler,
    schedule: generation.schedule,
    modelId: generation.modelId,
    modelHash: generation.modelHash,
    changedFields: generation.changedFields,
    parent: generation.parent?.pictures[0] ?? null,
    children: generation.children.flatMap(({ pictures, changedFields }) =>
      pictures.map((child) => ({ ...child, changedFields })),
    ),
  };
}

/** A generation before or after this one, with a picture that this person may see. */
function relativeOf(viewerId: string) {
  return {
    changedFields: true,
    pictures: { where: visibleTo(viewerId), select: { id: true, alt: true }, take: 1 },
  };
}

function teaching(userId: string) {
  return { where: { userId, role: 'teacher' as const, removedAt: null } };
}
