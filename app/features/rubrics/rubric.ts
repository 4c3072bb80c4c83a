/** A rubric as pages show it: criteria in order, each with levels. */
export interface Criterion {
  id: string;
  name: string;
  description: string;
  levels: { id: string; name: string; points: number }[];
}

export interface ScoredCriterion {
  criterionId: string;
  levelId: string | null;
}

/** What the rubric gives at most. */
export function fullPoints(rubric: Criterion[]): number {
  return rubric.reduce((sum, { levels }) => sum + Math.max(0, ...levels.map((l) => l.points)), 0);
}

/**
 * The points of the chosen levels as the rubric stands now; null until each criterion has one, and where there
 * is no rubric.
 */
export function sumPoints(rubric: Criterion[], scores: ScoredCriterion[]): number | null {
  if (rubric.length === 0) return null;
  const chosen = new Map(scores.map(({ criterionId, levelId }) => [criterionId, levelId]));
  let sum = 0;
  for (const { id, levels } of rubric) {
    const level = levels.find((each) => each.id === chosen.get(id));
    if (!level) return null;
    sum += level.points;
  }
  return sum;
}
