import { db } from '#app/platform/db.server.ts';
import type { GenerationState, PictureState } from '#prisma/generated/enums.ts';

/** A student of the class with the newest thing that they asked for. */
export interface WallPlace {
  studentId: string;
  displayName: string;
  generationId: string | null;
  prompt: string | null;
  state: GenerationState | null;
  step: number | null;
  steps: number | null;
  pictureId: string | null;
  pictureState: PictureState | null;
  alt: string | null;
  widthPx: number | null;
  heightPx: number | null;
  /** The newest approved picture, which the projector may show. */
  approvedId: string | null;
  approvedAlt: string | null;
}

/** The live wall of a class: a place for each student, by name, in one query; and what its teacher has set. */
export async function findWall({ classId }: { classId: string }) {
  const [places, wall] = await Promise.all([
    db.$queryRaw<WallPlace[]>`
      SELECT u.id AS "studentId", u."displayName", g.id AS "generationId", g.prompt, g.state, g.steps,
        v.step, p.id AS "pictureId", p.state AS "pictureState", p.alt, g."widthPx", g."heightPx",
        a.id AS "approvedId", a.alt AS "approvedAlt"
      FROM "Membership" m JOIN "User" u ON u.id = m."userId"
      LEFT JOIN LATERAL (SELECT * FROM "Generation" g WHERE g."userId" = u.id AND g."classId" = m."classId"
        AND g.mode <> 'upload' AND NOT g."isLive" AND g.state <> 'cancelled'
        ORDER BY g."createdAt" DESC, g.id DESC LIMIT 1) g ON true
      LEFT JOIN "Picture" p ON p."generationId" = g.id
      LEFT JOIN "GenerationPreview" v ON v."generationId" = g.id
      LEFT JOIN LATERAL (SELECT p.id, p.alt FROM "Generation" b JOIN "Picture" p ON p."generationId" = b.id
        WHERE b."userId" = u.id AND b."classId" = m."classId" AND b.state = 'finished' AND b.mode <> 'upload'
          AND NOT b."isLive" AND p.state = 'approved'
        ORDER BY b."createdAt" DESC, b.id DESC LIMIT 1) a ON true
      WHERE m."classId" = ${classId} AND m.role = 'student' AND m."removedAt" IS NULL
      ORDER BY lower(u."displayName"), u.id`,
    db.classWall.findUnique({
      where: { classId },
      include: { spotlight: { include: { generation: { include: { user: true } } } } },
    }),
  ]);
  const spotlight = wall?.spotlight?.state === 'approved' ? wall.spotlight : null;
  return {
    places,
    isPaused: (wall?.pausedAt ?? null) !== null,
    spotlight: spotlight && {
      pictureId: spotlight.id,
      alt: spotlight.alt,
      widthPx: spotlight.widthPx,
      heightPx: spotlight.heightPx,
      madeBy: wall?.spotlightNamed ? spotlight.generation.user.displayName : null,
    },
  };
}

export type Wall = Awaited<ReturnType<typeof findWall>>;
