import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PinnedComment } from './find-review.server.ts';
import type { Region } from './grade-form.ts';
import css from './pinned.module.css';

interface PinnedPictureProps {
  picture: { id: string; alt: string; widthPx: number; heightPx: number; isShown: boolean };
  /** Comments with their numbers; those with a region get a frame. */
  comments: { comment: PinnedComment; number: number }[];
  children?: ReactNode;
}

/** A picture with a numbered frame for each comment that points at a place. */
export function PinnedPicture({ picture, comments, children }: PinnedPictureProps) {
  const { t } = useTranslation();
  const { id, alt, widthPx, heightPx, isShown } = picture;
  if (!isShown) return <p>{t('A teacher looks at this picture first.')}</p>;
  return (
    <div className={css.frame}>
      <img
        src={`/pictures/${id}/image`}
        alt={alt}
        width={widthPx}
        height={heightPx}
        draggable={false}
      />
      {comments.map(({ comment, number }) =>
        comment.region ? (
          <span key={comment.id} className={css.pin} style={placeOf(comment.region)} aria-hidden>
            <span>{number}</span>
          </span>
        ) : null,
      )}
      {children}
    </div>
  );
}

/** Where a region stands over its picture, in CSS. */
export function placeOf({ x, y, width, height }: Region) {
  const percent = (part: number) => `${(part * 100).toFixed(2)}%`;
  return { left: percent(x), top: percent(y), width: percent(width), height: percent(height) };
}
