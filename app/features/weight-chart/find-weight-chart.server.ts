import { findChosenClass } from '#app/features/classes/find-chosen-class.server.ts';
import { findSweeps } from '#app/features/comparisons/find-sweeps.ts';
import { visibleTo } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import { measureStored } from './measure-stored.server.ts';
import { summariseWeights } from './summarise-weights.ts';
import type { WeightPoint } from './summarise-weights.ts';

/** The newest pictures of a class that are looked through, and how many are measured for one chart. */
const MOST_PICTURES = 1_000;
const MOST_POINTS = 200;

export type WeightChartPage = Awaited<ReturnType<typeof findWeightChart>>;

interface FindWeightChartOptions {
  userId: string;
  classId: string | null;
  /** Left out, the phrase whose weight was tried most. */
  phrase: string | null;
}

/**
 * What the weight of a phrase changed in a class's pictures: each is measured against the one of the same prompt,
 * seed and settings in which the phrase weighs 1. A teacher's chart has all pictures of the class, a student's their
 * own and those that they may see; nobody is named in it.
 */
export async function findWeightChart({ userId, classId, phrase }: FindWeightChartOptions) {
  const chosen = await findChosenClass({ userId, classId });
  const pictures = chosen ? await findPictures({ userId, classId: chosen.id }) : [];
  const pairs = findSweeps(pictures).flatMap((sweep) => {
    const base = sweep.steps.find(({ weight }) => weight === 1)?.picture;
    if (!base) return [];
    return sweep.steps
      .filter(({ weight }) => weight !== 1)
      .map(({ weight, picture }) => ({ phrase: sweep.phrase, weight, picture, base }));
  });
  const phrases = countPhrases(pairs);
  const shown = phrases.find((each) => each.phrase === phrase) ?? phrases[0] ?? null;
  const points = await Promise.all(
    pairs
      .filter((pair) => pair.phrase === shown?.phrase)
      .slice(0, MOST_POINTS)
      .map(async ({ weight, picture, base }): Promise<WeightPoint> => ({
        weight,
        difference: await measureStored(picture.sha256, base.sha256),
        pictureId: picture.pictureId,
        baseId: base.pictureId,
      })),
  );
  return {
    className: chosen?.name ?? null,
    classId,
    isTeacher: chosen?.role === 'teacher',
    phrases,
    phrase: shown?.phrase ?? null,
    points,
    weights: summariseWeights(points),
  };
}

async function findPictures({ userId, classId }: { userId: string; classId: string }) {
  const pictures = await db.picture.findMany({
    where: {
      AND: [{ state: 'approved' }, await visibleTo(userId)],
      generation: { classId, mode: { notIn: ['upload', 'upscale'] }, prompt: { not: '' } },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MOST_PICTURES,
    select: { id: true, sha256: true, generation: true },
  });
  return pictures.map(({ id, sha256, generation }) => ({ ...generation, pictureId: id, sha256 }));
}

/** The phrases of which there is something to show, the one that was tried most first. */
function countPhrases(pairs: { phrase: string }[]): { phrase: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { phrase } of pairs) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  return [...counts]
    .map(([phrase, count]) => ({ phrase, count }))
    .sort((a, b) => b.count - a.count || (a.phrase < b.phrase ? -1 : 1));
}
