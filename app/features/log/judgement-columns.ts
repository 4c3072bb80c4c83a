import type { Prisma } from '#prisma/generated/client.ts';
import { columnsOf } from './log-table.ts';

export const judgementInclude = {
  exercise: { select: { question: true } },
  left: { select: { generationId: true } },
  right: { select: { generationId: true } },
} satisfies Prisma.JudgementInclude;

type LoggedJudgement = Prisma.JudgementGetPayload<{ include: typeof judgementInclude }>;

const column = columnsOf<LoggedJudgement>();

/** What students said to the pairs of pictures that they were shown, names hidden. */
export const judgementColumns = {
  judgement_id: column('text', 'This judgement, in this export.', ({ id }, alias) => alias(id)),
  participant: column('text', 'Who judged, in this export.', ({ userId }, alias) => alias(userId)),
  exercise_id: column('text', 'The exercise, in this export.', ({ exerciseId }, alias) =>
    alias(exerciseId),
  ),
  question: column('text', 'What was asked of each pair.', ({ exercise }) => exercise.question),
  position: column(
    'integer',
    'Which of the student’s pairs it was, from 0.',
    (row) => row.position,
  ),
  left_generation_id: column(
    'text',
    'The `generation_id` of the picture on the left.',
    ({ left }, alias) => alias(left.generationId),
  ),
  right_generation_id: column(
    'text',
    'The `generation_id` of the picture on the right.',
    ({ right }, alias) => alias(right.generationId),
  ),
  verdict: column('text', 'left, right, tie or bothBad.', (row) => row.verdict),
  reason: column('text', 'Why, as typed.', (row) => row.reason),
  shown_at: column('time', 'When the pair was shown.', (row) => row.shownAt),
  judged_at: column('time', 'When it was judged.', (row) => row.judgedAt),
};
