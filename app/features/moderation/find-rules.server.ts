import { db } from '#app/platform/db.server.ts';
import type { ClassRules, SchoolRules } from '#prisma/generated/client.ts';
import { combineRules, USUAL_LIMITS } from './rules.ts';
import type { Rules, RulesLayer, SchoolLimits, Strictness } from './rules.ts';

/** What counts for a request of a class, in a lesson or in the studio. */
export async function findRules(options: {
  classId: string;
  lessonSlug: string | null;
}): Promise<Rules> {
  const { classId, lessonSlug } = options;
  const [limits, rows] = await Promise.all([
    findSchoolLimits(),
    db.classRules.findMany({
      where: { classId, lessonSlug: { in: ['', lessonSlug ?? ''] } },
      // The class's own row, without a lesson, comes first.
      orderBy: { lessonSlug: 'asc' },
    }),
  ]);
  return combineRules(limits, rows.map(readLayer));
}

/** How far the classes of the school may go. */
export async function findSchoolLimits(): Promise<SchoolLimits> {
  const row = await db.schoolRules.findUnique({ where: { id: 1 } });
  return row ? readLimits(row) : USUAL_LIMITS;
}

export function readLayer(row: ClassRules): RulesLayer {
  const { strictness, allowedWords, pornBound, hentaiBound, sexyBound } = row;
  const hasBounds = pornBound !== null && hentaiBound !== null && sexyBound !== null;
  return {
    strictness: strictness as Strictness | null,
    allowedWords,
    bounds: hasBounds ? { porn: pornBound, hentai: hentaiBound, sexy: sexyBound } : null,
  };
}

function readLimits({ strictness, pornBound, hentaiBound, sexyBound }: SchoolRules): SchoolLimits {
  return {
    strictness: strictness as Strictness,
    bounds: { porn: pornBound, hentai: hentaiBound, sexy: sexyBound },
  };
}
