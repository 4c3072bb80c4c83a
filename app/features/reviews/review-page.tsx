import { ArrowLeft, ArrowRight, Send } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTime } from '#app/features/site/use-time.ts';
import { useSay } from '#app/components/use-say.ts';
import { Badge } from '#app/components/badge.tsx';
import { Button } from '#app/components/button.tsx';
import { Checkbox } from '#app/components/checkbox.tsx';
import { Cluster } from '#app/components/cluster.tsx';
import { Notice } from '#app/components/notice.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { Select } from '#app/components/select.tsx';
import { Split } from '#app/components/split.tsx';
import { Stack } from '#app/components/stack.tsx';
import { STATE_NAMES, STATE_TONES } from '#app/features/assignments/state-names.ts';
import { sumPoints } from '#app/features/rubrics/rubric.ts';
import { ConflictNotice } from './conflict-notice.tsx';
import { GradePanel } from './grade-panel.tsx';
import { ReviewedWork } from './reviewed-work.tsx';
import { useReviewKeys } from './use-review-keys.ts';
import { useReviewQueue } from './use-review-queue.ts';
import type { ReviewPageData } from './find-review-page.server.ts';
import css from './review-page.module.css';

/** The review queue: one work after another, graded by keys or by pointer, without loading a page. */
export function ReviewPage({ page }: { page: ReviewPageData }) {
  const { t } = useTranslation();
  const time = useTime();
  const say = useSay();
  const { classId, assignment, rubric, outOf, entries } = page;
  const queue = useReviewQueue(page);
  const { review, currentId, goTo, send, reviews } = queue;
  const [active, setActive] = useState(0);

  const pointsOf = (id: string) => {
    const known = reviews.get(id);
    if (known) return sumPoints(rubric, known.scores);
    return entries.find(({ submissionId }) => submissionId === id)?.points ?? null;
  };
  const isUngraded = (id: string) =>
    pointsOf(id) === null &&
    (reviews.get(id)?.state ?? entries.find((e) => e.submissionId === id)?.state) === 'turnedIn';
  const order = [...entries.slice(queue.index + 1), ...entries.slice(0, queue.index)];
  const ungradedId = order.find(({ submissionId }) => isUngraded(submissionId))?.submissionId;
  const ungraded = entries.filter(({ submissionId }) => isUngraded(submissionId)).length;

  function move(id: string | undefined) {
    setActive(0);
    goTo(id);
  }

  function setLevel(criterion: number, place: number) {
    const { id: criterionId, levels } = rubric[criterion] ?? {};
    const level = levels?.[place];
    if (!criterionId || !level) return;
    void send(currentId, { intent: 'level', criterionId, levelId: level.id });
    setActive(Math.min(criterion + 1, rubric.length - 1));
  }

  const keys = useReviewKeys({
    onNumber: (number) => setLevel(active, number - 1),
    onCriterion: (step) => setActive((at) => Math.max(0, Math.min(rubric.length - 1, at + step))),
    onWork: (step) => move(step > 0 ? queue.nextId : queue.previousId),
    onUngraded: () => move(ungradedId),
  });

  const points = pointsOf(currentId);
  return (
    <Stack gap="large">
      <PageHeader
        title={t('Review')}
        lead={t('{{index}} of {{count}}, {{ungraded}} not graded', {
          index: queue.index + 1,
          count: entries.length,
          ungraded,
        })}
        back={{ to: `/classes/${classId}/assignments/${assignment.id}`, label: assignment.title }}
      />
      <div className={css.bar}>
        <Button
          type="button"
          variant="secondary"
          aria-label={t('Previous work')}
          icon={<ArrowLeft aria-hidden />}
          disabled={!queue.previousId}
          onClick={() => move(queue.previousId)}
        />
        <div className={css.who}>
          <Select
            aria-label={t('Work of')}
            value={currentId}
            onChange={(event) => move(event.currentTarget.value)}
            options={entries.map(({ student, submissionId }) => ({
              value: submissionId,
              label: `${student.displayName}${isUngraded(submissionId) ? '' : ' ✓'}`,
            }))}
          />
        </div>
        <Button
          type="button"
          variant="secondary"
          aria-label={t('Next work')}
          icon={<ArrowRight aria-hidden />}
          disabled={!queue.nextId}
          onClick={() => move(queue.nextId)}
        />
        <Button
          type="button"
          variant="quiet"
          disabled={!ungradedId}
          onClick={() => move(ungradedId)}
        >
          {t('Next ungraded')}
        </Button>
      </div>
      {queue.conflict && review && <ConflictNotice queue={queue} rubric={rubric} />}
      {queue.fault && (
        <Notice tone="danger" live="assertive">
          {queue.fault && say(queue.fault)}
        </Notice>
      )}
      {!review ? (
        <p role="status">{t('Loading …')}</p>
      ) : (
        <Split
          stickyAside
          aside={
            <Stack>
              <Cluster>
                <Badge tone={STATE_TONES[review.state]}>{t(STATE_NAMES[review.state])}</Badge>
                {review.isLate && <Badge tone="warning">{t('Late')}</Badge>}
                <strong>
                  {points ?? '–'} {rubric.length > 0 && t('of {{outOf}} points', { outOf })}
                </strong>
                <span role="status">{queue.isSaving ? t('Saving …') : ''}</span>
              </Cluster>
              {review.returned && (
                <p>
                  {review.returned.points === null
                    ? t('Returned {{at}}.', { at: time(review.returned.at) })
                    : t('Returned {{at}} with {{points}} points.', {
                        at: time(review.returned.at),
                        points: review.returned.points,
                      })}
                </p>
              )}
              <GradePanel
                // A work has remarks of its own; what was typed for another one must not bleed into it.
                key={`${review.id}-${queue.settled}`}
                rubric={rubric}
                review={review}
                active={active}
                onActive={setActive}
                onLevel={setLevel}
                onSend={(fields) => send(review.id, fields)}
              />
              <Button
                type="button"
                icon={<Send aria-hidden />}
                disabled={review.state === 'takenBack'}
                onClick={() => void send(review.id, { intent: 'return' })}
              >
                {review.state === 'returned' ? t('Return again') : t('Return')}
              </Button>
              {assignment.peerCount > 0 && !assignment.isDealt && (
                <Checkbox
                  id="is-example"
                  label={t('Show as an example')}
                  hint={t('Without a name, before students review each other.')}
                  checked={review.isExample}
                  onChange={(event) =>
                    void send(review.id, {
                      intent: 'example',
                      isExample: event.currentTarget.checked ? 'yes' : 'no',
                    })
                  }
                />
              )}
              <Checkbox
                id="review-keys"
                label={t('Keys')}
                hint={t('1–9 level, ↑ ↓ criterion, j k or ← → work, u next ungraded.')}
                checked={keys.isOn}
                onChange={(event) => keys.turn(event.currentTarget.checked)}
              />
            </Stack>
          }
        >
          <ReviewedWork
            key={review.id}
            review={review}
            rubric={rubric}
            classId={classId}
            savedComments={page.savedComments}
            onSend={(fields) => send(review.id, fields)}
          />
        </Split>
      )}
    </Stack>
  );
}
