import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PinnedComment } from './find-review.server.ts';
import css from './pinned.module.css';

interface CommentListProps {
  comments: { comment: PinnedComment; number: number }[];
  /** Beside each comment, such as a button that takes it away. */
  action?: (comment: PinnedComment) => ReactNode;
}

/** Comments by their numbers, as they stand on the pictures and prompts. */
export function CommentList({ comments, action }: CommentListProps) {
  const { t } = useTranslation();
  if (comments.length === 0) return null;
  return (
    <ol className={css.comments} aria-label={t('Comments')}>
      {comments.map(({ comment, number }) => (
        <li key={comment.id} className={css.comment}>
          <span className={css.number}>{number}</span>
          <span className={css.words}>
            {comment.text}
            <span className={css.author}>{comment.author}</span>
          </span>
          {action?.(comment)}
        </li>
      ))}
    </ol>
  );
}

/** Comments with the numbers that they have wherever they are shown. */
export function numberComments(comments: PinnedComment[]) {
  return comments.map((comment, index) => ({ comment, number: index + 1 }));
}
