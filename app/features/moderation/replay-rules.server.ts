import { taughtBy } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import type { Generation, Verdict } from '#prisma/generated/client.ts';
import { checkPrompts } from '#worker/moderation/check-prompts.ts';
import { judgeScores, scoresSchema } from '#worker/moderation/pictures/verdict.ts';
import { findSchoolLimits, readLayer } from './find-rules.server.ts';
import { PERSON } from './needs-a-look.server.ts';
import { boundsFor } from './picture-bounds.ts';
import { combineRules } from './rules.ts';
import type { Rules, RulesLayer, SchoolLimits } from './rules.ts';

const MOST_READ = 500;

export type Outcome = 'drawn and shown' | 'held' | 'blocked';

/** A request that today's rules decide otherwise than it was decided. */
export interface Difference {
  generationId: string;
  prompt: string;
  madeBy: string;
  was: Outcome;
  now: Outcome;
  /** A teacher has decided on it since; that stands, whatever the rules say. */
  isDecidedByPerson: boolean;
  pictureId: string | null;
}

export interface Replay {
  read: number;
  differences: Difference[];
}

/**
 * Decides the newest requests of a class once more, by its rules as they are or with `draft` in the place of one
 * layer: the words from the log, the pictures from the scores that were kept. Changes nothing. A blocked prompt
 * that would pass counts as drawn: nobody has seen its picture.
 */
export async function replayRules(options: {
  teacherId: string;
  classId: string;
  draft?: { lessonSlug: string; layer: RulesLayer };
}): Promise<Replay> {
  const { teacherId, classId, draft } = options;
  const [limits, rows, generations] = await Promise.all([
    findSchoolLimits(),
    db.classRules.findMany({ where: { classId } }),
    db.generation.findMany({
      where: { classId, class: taughtBy(teacherId), verdicts: { some: {} } },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: MOST_READ,
      include: {
        verdicts: { orderBy: { createdAt: 'asc' } },
        user: { select: { displayName: true } },
        pictures: { select: { id: true }, take: 1 },
        parent: true,
      },
    }),
  ]);
  const layers = new Map(rows.map((row) => [row.lessonSlug, readLayer(row)]));
  if (draft) layers.set(draft.lessonSlug, draft.layer);
  const differences = generations.flatMap(({ user, pictures, ...generation }): Difference[] => {
    const rules = rulesFor(limits, layers, generation.lessonSlug);
    const was = recorded(generation);
    const now = decideAgain(generation, rules);
    if (was === now) return [];
    const { id: generationId, prompt, verdicts } = generation;
    return [
      {
        generationId,
        prompt,
        madeBy: user.displayName,
        was,
        now,
        isDecidedByPerson: verdicts.some(({ gate }) => gate === PERSON),
        pictureId: pictures[0]?.id ?? null,
      },
    ];
  });
  return { read: generations.length, differences };
}

function rulesFor(
  limits: SchoolLimits,
  layers: ReadonlyMap<string, RulesLayer>,
  lessonSlug: string | null,
): Rules {
  const slugs = lessonSlug ? ['', lessonSlug] : [''];
  return combineRules(
    limits,
    slugs.flatMap((slug) => layers.get(slug) ?? []),
  );
}

type Judged = Generation & { verdicts: Verdict[]; parent: Generation | null };

/** What the gates said at the time, whatever a person said later. */
function recorded({ verdicts }: Judged): Outcome {
  const gates = verdicts.filter(({ gate }) => gate !== PERSON);
  if (gates.some(({ decision }) => decision === 'block')) return 'blocked';
  return gates.some(({ decision }) => decision === 'hold') ? 'held' : 'drawn and shown';
}

function decideAgain(generation: Judged, rules: Rules): Outcome {
  if (checkPrompts(generation, rules).decision === 'block') return 'blocked';
  const seen = generation.verdicts.findLast(
    ({ decision }) => decision === 'pass' || decision === 'hold',
  );
  if (!seen) return 'drawn and shown';
  const scores = scoresSchema.safeParse(seen.scores);
  // A fault of the gate left no scores: such a picture stays held, by any rules.
  if (!scores.success) return seen.decision === 'hold' ? 'held' : 'drawn and shown';
  return judgeScores(scores.data, boundsFor(generation, rules.bounds)) === 'clear'
    ? 'drawn and shown'
    : 'held';
}
