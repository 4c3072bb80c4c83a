import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useTime } from '#app/features/site/use-time.ts';
import { Button } from '#app/components/button.tsx';
import { Card } from '#app/components/card.tsx';
import { Disclosure } from '#app/components/disclosure.tsx';
import { Notice } from '#app/components/notice.tsx';
import { Stack } from '#app/components/stack.tsx';
import { ProcessList } from '#app/features/assignments/process-list.tsx';
import type { Criterion } from '#app/features/rubrics/rubric.ts';
import { CommentForm } from './comment-form.tsx';
import { CommentList, numberComments } from './comment-list.tsx';
import { PeerVerdicts } from './peer-verdicts.tsx';
import { PicturePinner } from './picture-pinner.tsx';
import type { PinnedComment, Review } from './find-review.server.ts';
import css from './review-page.module.css';

export interface ReviewedWorkProps {
  review: Review;
  rubric: Criterion[];
  classId: string;
  savedComments: { id: string; text: string }[];
  onSend: (fields: Record<string, string>) => Promise<boolean>;
}

/** What a student turned in, with its whole process, to be commented on. */
export function ReviewedWork(props: ReviewedWorkProps) {
  const { t } = useTranslation();
  const time = useTime();
  const { review, rubric, classId, savedComments, onSend } = props;
  const comments = numberComments(review.comments);
  const remove = ({ id, isOwn, isPublished, text }: PinnedComment) =>
    isOwn && (
      <Button
        type="button"
        variant="quiet"
        size="small"
        icon={<Trash2 aria-hidden />}
        aria-label={
          isPublished
            ? t('Remove the comment “{{text}}”, which the student has read', { text })
            : t('Remove the comment “{{text}}”', { text })
        }
        onClick={() => void onSend({ intent: 'remove-comment', commentId: id })}
      />
    );
  return (
    <Card title={review.student.displayName}>
      <Stack gap="large">
        <p>
          {t('Turned in {{at}}', { at: time(review.turnedInAt) })}
          {review.attempt > 1 && `, ${t('version {{attempt}}', { attempt: review.attempt })}`}.
        </p>
        {review.state === 'takenBack' && (
          <Notice tone="warning" title={t('Taken back')}>
            {t('The student works on it again. This is what was turned in last.')}
          </Notice>
        )}
        {review.isOldVersion && (
          <Notice>{t('It answers an earlier version of the assignment.')}</Notice>
        )}
        {review.pictures.map((picture) => {
          const pinned = comments.filter(({ comment }) => comment.pictureId === picture.id);
          return (
            <div key={picture.id} className={css.work}>
              <PicturePinner
                picture={picture}
                comments={pinned}
                savedComments={savedComments}
                classId={classId}
                onSend={onSend}
              />
              <div className={css.beside}>
                <CommentList comments={pinned} action={remove} />
                <p>
                  {t(
                    'Seed {{seed}}, {{steps}} steps, guidance {{guidance}}, {{sampler}}, {{modelId}}',
                    {
                      seed: picture.seed,
                      steps: picture.steps,
                      guidance: picture.guidance,
                      sampler: picture.sampler,
                      modelId: picture.modelId,
                    },
                  )}
                </p>
                <ProcessList steps={picture.process} />
              </div>
            </div>
          );
        })}
        {review.text && <p className={css.text}>{review.text}</p>}
        {review.predictions.length > 0 && (
          <Disclosure summary={t('Predictions and claims')} detail={review.predictions.length}>
            <ul>
              {review.predictions.map(({ lesson, step, kind, words }, index) => (
                <li key={index}>
                  <b>
                    {kind === 'predict'
                      ? t('Expected in “{{lesson}}”, {{step}}:', { lesson, step })
                      : t('Claimed in “{{lesson}}”, {{step}}:', { lesson, step })}
                  </b>{' '}
                  {words}
                </li>
              ))}
            </ul>
          </Disclosure>
        )}
        <CommentList
          comments={comments.filter(({ comment }) => comment.pictureId === null)}
          action={remove}
        />
        <CommentForm
          id="whole"
          label={t('Comment on the whole')}
          classId={classId}
          savedComments={savedComments}
          onSend={(text) => onSend({ intent: 'comment', text })}
        />
        <PeerVerdicts verdicts={review.peers} rubric={rubric} />
        {review.earlier.map(({ attempt, turnedInAt, text }) => (
          <Disclosure
            key={attempt}
            summary={t('Version {{attempt}}', { attempt })}
            detail={time(turnedInAt)}
          >
            <p className={css.text}>{text || t('Without words.')}</p>
          </Disclosure>
        ))}
      </Stack>
    </Card>
  );
}
