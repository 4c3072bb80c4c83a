import { useTranslation } from 'react-i18next';
import { useSay } from '#app/components/use-say.ts';
import { Button } from '#app/components/button.tsx';
import { Cluster } from '#app/components/cluster.tsx';
import { Notice } from '#app/components/notice.tsx';
import type { Criterion } from '#app/features/rubrics/rubric.ts';
import type { ReviewQueue } from './use-review-queue.ts';

/** A mark that met another grader's, or a student's: what stands there now, what was meant, and the choice. */
export function ConflictNotice({ queue, rubric }: { queue: ReviewQueue; rubric: Criterion[] }) {
  const { t } = useTranslation();
  const say = useSay();
  const { conflict, review, currentId, send, dismissConflict } = queue;
  if (!conflict || !review) return null;
  const { fields, message } = conflict;
  const criterion = rubric.find(({ id }) => id === fields.criterionId);
  const score = review.scores.find(({ criterionId }) => criterionId === criterion?.id);
  const nameOf = (levelId: string | null | undefined) =>
    criterion?.levels.find(({ id }) => id === levelId)?.name ?? 'nothing';
  return (
    <Notice tone="warning" live="assertive" title={say(message)}>
      {fields.intent === 'level' && criterion && (
        <p>
          {t('{{name}}: it says {{level}}. You chose {{chosen}}.', {
            name: criterion.name,
            level: nameOf(score?.levelId) + (score?.grader ? ` (${score.grader})` : ''),
            chosen: nameOf(fields.levelId),
          })}
        </p>
      )}
      {fields.intent === 'remark' && <p>{t('You wrote: {{remark}}', { remark: fields.remark })}</p>}
      <Cluster>
        <Button type="button" size="small" variant="secondary" onClick={dismissConflict}>
          {t('Leave it as it is')}
        </Button>
        {review.state !== 'takenBack' && (
          <Button
            type="button"
            size="small"
            onClick={() => {
              dismissConflict();
              void send(currentId, fields);
            }}
          >
            {fields.intent === 'return' ? t('Return it all the same') : t('Put mine')}
          </Button>
        )}
      </Cluster>
    </Notice>
  );
}
