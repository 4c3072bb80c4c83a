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
  const comments = numberComments(grade.comments);
  const general = comments.filter(({ comment }) => comment.pictureId === null);
  return (
    <Card
      title="Returned"
      action={
        grade.points !== null && (
          <Badge tone="brand">
            {grade.points} of {grade.outOf} points
          </Badge>
        )
      }
    >
      <Stack gap="large">
        <p>
          By {grade.by}, {grade.at}
          {grade.attempt > 1 && `, for version ${grade.attempt}`}.
        </p>
        {grade.remark && <p className={css.text}>{grade.remark}</p>}
        {grade.scores.length > 0 && (
          <Table
            caption="Grade by criterion"
            columns={[
              {
                key: 'criterion',
                header: 'Criterion',
                isRowHeader: true,
                cell: (s) => s.criterion,
              },
              { key: 'level', header: 'Level', cell: (s) => s.level ?? 'Not graded' },
              {
                key: 'points',
                header: 'Points',
                align: 'end',
                cell: (s) => `${s.points ?? '–'} of ${s.outOf}`,
              },
              { key: 'remark', header: 'Remark', cell: (s) => s.remark },
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
