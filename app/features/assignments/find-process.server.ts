import {
  FIELD_NAMES,
  findDifferingFields,
} from '#app/features/comparisons/find-differing-fields.ts';
import { db } from '#app/platform/db.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';

/** One request on the way to a picture. */
export interface ProcessStep {
  generationId: string;
  prompt: string;
  /** Null where it led to no picture that may be shown. */
  pictureId: string | null;
  alt: string;
  /** What differs from the request before it, as sentences name it. */
  changed: string[];
  failure: string | null;
  isThis: boolean;
}

const MAX_STEPS = 40;

const stepInclude = {
  pictures: { orderBy: { index: 'asc' }, take: 1, select: { id: true, alt: true, state: true } },
} satisfies Prisma.GenerationInclude;

type LoggedStep = Prisma.GenerationGetPayload<{ include: typeof stepInclude }>;

/**
 * How each of a student's generations came about, by its id and from the log: what it was drawn from, and in a
 * lesson the attempts at the same step before it; oldest first, forty at most. Only approved pictures are
 * shown, unless `showAll`.
 */
export async function findProcess(options: {
  userId: string;
  classId: string;
  generationIds: string[];
  showAll: boolean;
}): Promise<Map<string, ProcessStep[]>> {
  const { userId, classId, generationIds, showAll } = options;
  const links = await db.$queryRaw<{ root: string; id: string }[]>`
    WITH RECURSIVE own AS (
      SELECT id, "parentId", "lessonSlug", "stepId", "createdAt" FROM "Generation"
      WHERE "userId" = ${userId} AND "classId" = ${classId}
    ), chain AS (
      SELECT id AS root, id, "parentId", 0 AS depth FROM own WHERE id = ANY(${generationIds})
      UNION ALL
      SELECT chain.root, own.id, own."parentId", chain.depth + 1
      FROM chain JOIN own ON own.id = chain."parentId" WHERE chain.depth < ${MAX_STEPS}
    )
    SELECT root, id FROM chain
    UNION
    SELECT made.id AS root, tried.id FROM own made JOIN own tried
      ON tried."lessonSlug" = made."lessonSlug" AND tried."stepId" = made."stepId"
      AND tried."createdAt" <= made."createdAt"
    WHERE made.id = ANY(${generationIds})`;
  const rows = await db.generation.findMany({
    where: { id: { in: links.map(({ id }) => id) } },
    orderBy: [{ createdAt: 'asc' }, { turn: 'asc' }, { id: 'asc' }],
    include: stepInclude,
  });
  return new Map(
    generationIds.map((root) => {
      const ids = new Set(links.filter((link) => link.root === root).map(({ id }) => id));
      const steps = rows.filter(({ id }) => ids.has(id)).slice(-MAX_STEPS);
      return [root, steps.map((step, index) => describe(step, steps[index - 1], root, showAll))];
    }),
  );
}

function describe(
  step: LoggedStep,
  before: LoggedStep | undefined,
  root: string,
  showAll: boolean,
): ProcessStep {
  const [picture] = step.pictures;
  const isShown = picture && (showAll || picture.state === 'approved');
  return {
    generationId: step.id,
    prompt: step.prompt,
    pictureId: isShown ? picture.id : null,
    alt: picture?.alt ?? step.prompt,
    changed: before
      ? findDifferingFields([before], [step]).differing.map((field) => FIELD_NAMES[field])
      : [],
    failure: WITHOUT_PICTURE[step.state] ?? null,
    isThis: step.id === root,
  };
}

const WITHOUT_PICTURE: Partial<Record<LoggedStep['state'], string>> = {
  held: 'Held for a teacher.',
  blocked: 'Not made: the words were refused.',
  failed: 'Not made: it failed.',
  cancelled: 'Cancelled.',
};
