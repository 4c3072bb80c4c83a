import type { Evidence } from '#app/features/lessons/lesson-form.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { columnsOf } from './log-table.ts';

export const explanationInclude = {
  progress: { select: { userId: true, lessonSlug: true } },
} satisfies Prisma.StepEvidenceInclude;

type LoggedExplanation = Prisma.StepEvidenceGetPayload<{ include: typeof explanationInclude }>;

const column = columnsOf<LoggedExplanation>();

/** What students answered in lessons: predictions, claims, comparisons, checks and tallies. */
export const explanationColumns = {
  explanation_id: column('text', 'This answer, in this export.', ({ id }, alias) => alias(id)),
  participant: column('text', 'Who answered, in this export.', ({ progress }, alias) =>
    alias(progress.userId),
  ),
  lesson: column('text', 'The lesson.', ({ progress }) => progress.lessonSlug),
  lesson_step: column('text', 'The step of the lesson.', (row) => row.stepId),
  kind: column(
    'text',
    'What the step asked for: predict, generate, compare, explain, check or tally.',
    (row) => row.kind,
  ),
  words: column('text', 'The claim, or the reason for a prediction, as typed.', (row) => {
    const body = evidenceOf(row);
    if ('claim' in body) return body.claim;
    return 'reason' in body ? body.reason : null;
  }),
  choice: column('integer', 'The answer that was chosen, from 0.', (row) => {
    const body = evidenceOf(row);
    return 'choice' in body ? body.choice : null;
  }),
  generation_ids: column(
    'json',
    'The generations that it points at; of a comparison, the left side.',
    (row, alias) => {
      const body = evidenceOf(row);
      if ('generationIds' in body) return body.generationIds.map(alias);
      if ('left' in body) return body.left.map(alias);
      return 'choices' in body ? Object.keys(body.choices).map(alias) : null;
    },
  ),
  compared_with: column('json', 'Of a comparison, the right side.', (row, alias) => {
    const body = evidenceOf(row);
    return 'right' in body ? body.right.map(alias) : null;
  }),
  changed_field: column('text', 'Of a comparison, what differs.', (row) => {
    const body = evidenceOf(row);
    return 'changed' in body ? body.changed : null;
  }),
  tally: column('json', 'Of a tally, how often each category was chosen.', (row) => {
    const body = evidenceOf(row);
    return 'counts' in body ? body.counts : null;
  }),
  created_at: column('time', 'When it was accepted.', (row) => row.createdAt),
};

function evidenceOf({ body }: LoggedExplanation): Evidence {
  return body as unknown as Evidence;
}
