import { useFetcher } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { Cluster } from '#app/components/cluster.tsx';
import { Field } from '#app/components/field.tsx';
import { TextArea } from '#app/components/text-area.tsx';
import { MOST_LETTERS } from './comment-form.ts';
import css from './comment-list.module.css';
import type { Comments } from './find-comments.server.ts';

interface CommentListProps {
  pictureId: string;
  comments: Comments;
}

/** What the class writes under a picture, and the place to write more. */
export function CommentList({ pictureId, comments }: CommentListProps) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="picture-comments" className={css.comments}>
      <h2 id="picture-comments">{t('Comments')}</h2>
      {comments.length === 0 && <p>{t('Nobody has written anything yet.')}</p>}
      <ul className={css.list}>
        {comments.map((comment) => (
          <CommentItem key={comment.id} pictureId={pictureId} comment={comment} />
        ))}
      </ul>
      <NewComment pictureId={pictureId} />
    </section>
  );
}

function CommentItem({ pictureId, comment }: { pictureId: string; comment: Comments[number] }) {
  const { t } = useTranslation();
  const fetcher = useFetcher<{ done: string }>();
  const { id, text, by, isOwn, canRemove } = comment;
  const busy = fetcher.state !== 'idle';
  return (
    <li className={css.comment}>
      <p className={css.by}>{isOwn ? t('You') : by}</p>
      <p className={css.text}>{text ?? t('This comment is removed.')}</p>
      <fetcher.Form method="post" action={`/pictures/${pictureId}/comments`}>
        <input type="hidden" name="commentId" value={id} />
        <Cluster>
          {text === null ? (
            <Button name="intent" value="undo" variant="quiet" size="small" busy={busy}>
              {t('Undo')}
            </Button>
          ) : (
            <>
              {canRemove && (
                <Button name="intent" value="remove" variant="quiet" size="small" busy={busy}>
                  {t('Remove')}
                </Button>
              )}
              {!isOwn && (
                <Button name="intent" value="report" variant="quiet" size="small" busy={busy}>
                  {t('This should not be here')}
                </Button>
              )}
            </>
          )}
        </Cluster>
      </fetcher.Form>
    </li>
  );
}

function NewComment({ pictureId }: { pictureId: string }) {
  const { t } = useTranslation();
  const fetcher = useFetcher<{ done?: string; error?: Record<string, string[] | null> }>();
  const form = useRef<HTMLFormElement>(null);
  const isWritten = fetcher.state === 'idle' && fetcher.data?.done === 'write';
  useEffect(() => {
    if (isWritten) form.current?.reset();
  }, [isWritten]);
  const errors = Object.values(fetcher.data?.error ?? {}).flatMap((each) => each ?? []);
  return (
    <fetcher.Form
      ref={form}
      method="post"
      action={`/pictures/${pictureId}/comments`}
      className={css.form}
    >
      <Field
        id="new-comment"
        label={t('Your comment')}
        hint={t('Your class and your teacher read it, with your name.')}
        errors={errors}
      >
        <TextArea
          id="new-comment"
          name="text"
          rows={2}
          maxLength={MOST_LETTERS}
          aria-describedby="new-comment-description new-comment-error"
          aria-invalid={errors.length > 0 || undefined}
        />
      </Field>
      <div>
        <Button name="intent" value="write" size="small" busy={fetcher.state !== 'idle'}>
          {t('Write it')}
        </Button>
      </div>
    </fetcher.Form>
  );
}
