import { db } from '#app/platform/db.server.ts';
import type { GalleryShelf, PictureState, Prisma } from '#prisma/generated/client.ts';
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
  const visible = await visibleTo(viewerId);
  const ownHeld = { state: 'held' as const, generation: { userId: viewerId } };
  const picture = await db.picture.findFirst({
    where: { id: pictureId, generation: { classId }, OR: [visible, ownHeld] },
    include: {
      flags: { where: { userId: viewerId }, select: { id: true } },
      submissions: {
        where: { submission: { peerReviews: { some: { reviewerId: viewerId } } } },
        select: { submissionId: true },
      },
      generation: {
        include: {
          user: { select: { displayName: true } },
          class: {
            select: {
              name: true,
              memberships: { where: { userId: viewerId, removedAt: null }, select: { role: true } },
            },
          },
          galleryRequests: {
            orderBy: { askedAt: 'desc' },
            take: 1,
            select: { shelf: true, decidedAt: true, isApproved: true, reason: true },
          },
          parent: { select: relativeOf(visible) },
          children: {
            where: { pictures: { some: visible } },
            orderBy: { createdAt: 'asc' },
            take: MAX_CHILDREN,
            select: relativeOf(visible),
          },
        },
      },
    },
  });
  if (!picture) return null;
  const { generation } = picture;
  const isOwn = generation.userId === viewerId;
  const role = generation.class.memberships[0]?.role;
  const isTeacher = role === 'teacher';
  // The class knows who made what hangs on its wall, unless it is reviewed unnamed just now.
  const isNamed = isOwn || isTeacher || (role !== undefined && generation.shelf !== 'own');
  const isPeersWork = !isTeacher && picture.submissions.length > 0;
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
    hanging: findHanging({ generation, isOwn, isTeacher, state: picture.state }),
    canCollect: isOwn && !isTeacher && picture.state === 'approved',
    canRemove: isOwn && picture.state === 'approved',
    madeBy: isNamed && !isPeersWork ? generation.user.displayName : null,
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
function relativeOf(visible: Prisma.PictureWhereInput) {
  return {
    changedFields: true,
    pictures: { where: visible, select: { id: true, alt: true }, take: 1 },
  };
}

interface HangingOptions {
  generation: {
    shelf: GalleryShelf;
    mode: string;
    isLive: boolean;
    galleryRequests: {
      shelf: GalleryShelf;
      decidedAt: Date | null;
      isApproved: boolean | null;
      reason: string;
    }[];
  };
  isOwn: boolean;
  isTeacher: boolean;
  state: PictureState;
}

/** Where the picture hangs, what was asked and answered last, and what this person may do; null for others. */
function findHanging({ generation, isOwn, isTeacher, state }: HangingOptions) {
  const { shelf, mode, isLive, galleryRequests } = generation;
  if ((!isOwn && !isTeacher) || mode === 'upload' || isLive || state !== 'approved') return null;
  const [last] = galleryRequests;
  const asked = last && last.decidedAt === null ? last.shelf : null;
  return {
    shelf,
    asked,
    answer: last && last.isApproved === false ? last.reason : null,
    canAsk: asked === null && shelf !== 'school',
    canTakeDown: asked !== null || shelf !== 'own',
  };
}
