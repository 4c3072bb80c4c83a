import { useTranslation } from 'react-i18next';
import { useTime } from '#app/features/site/use-time.ts';
import { Badge } from '#app/components/badge.tsx';
import { Card } from '#app/components/card.tsx';
import { Stack } from '#app/components/stack.tsx';
import { Table } from '#app/components/table.tsx';
import { ProcessList } from '#app/features/assignments/process-list.tsx';
import type { Criterion } from '#app/features/rubrics/rubric.ts';
import { CommentList, numberComments } from './comment-list.tsx';
import { PeerVerdicts } from './peer-verdicts.tsx';
import { PinnedPicture } from './pinned-picture.tsx';
import { PinnedPrompt } from './pinned-prompt.tsx';
import type { ReturnedGrade } from './find-returned-grade.server.ts';
import css from './returned-work.module.css';

interface ReturnedWorkProps {
  grade: ReturnedGrade;
  rubric: Criterion[];
}

/** What came back: the grade, each line of the rubric, and the comments beside the pictures. */
export function ReturnedWork({ grade, rubric }: ReturnedWorkProps) {
  const { t } = useTranslation();
  const time = useTime();
  const comments = numberComments(grade.comments);
  const general = comments.filter(({ comment }) => comment.pictureId === null);
  return (
    <Card
      title={t('Returned')}
      action={
        grade.points !== null && (
          <Badge tone="brand">
            {t('{{points}} of {{outOf}} points', { points: grade.points, outOf: grade.outOf })}
          </Badge>
        )
      }
    >
      <Stack gap="large">
        <p>
          {t('By {{by}}, {{at}}', { by: grade.by, at: time(grade.at) })}
          {grade.attempt > 1 && `, ${t('for version {{attempt}}', { attempt: grade.attempt })}`}.
        </p>
        {grade.remark && <p className={css.text}>{grade.remark}</p>}
        {grade.scores.length > 0 && (
          <Table
            caption={t('Grade by criterion')}
            columns={[
              {
                key: 'criterion',
                header: t('Criterion'),
                isRowHeader: true,
                cell: (s) => s.criterion,
              },
              { key: 'level', header: t('Level'), cell: (s) => s.level ?? t('Not graded') },
              {
                key: 'points',
                header: t('Points'),
                align: 'end',
                cell: (s) =>
                  t('{{points}} of {{outOf}}', { points: s.points ?? '–', outOf: s.outOf }),
              },
              { key: 'remark', header: t('Remark'), cell: (s) => s.remark },
            ]}
            rows={grade.scores}
            rowKey={(score) => score.criterion}
          />
        )}
        {grade.pictures.map((picture) => {
          const pinned = comments.filter(({ comment }) => comment.pictureId === picture.id);
          return (
            <div key={picture.id} className={css.work}>
              <PinnedPicture picture={picture} comments={pinned} />
              <div className={css.beside}>
                <PinnedPrompt prompt={picture.prompt} comments={pinned} />
                <CommentList comments={pinned} />
                <ProcessList steps={picture.process} />
              </div>
            </div>
          );
        })}
        {grade.text && <p className={css.text}>{grade.text}</p>}
        <CommentList comments={general} />
        <PeerVerdicts verdicts={grade.peers} rubric={rubric} />
      </Stack>
    </Card>
  );
}
