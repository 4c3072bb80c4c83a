import { Link, useFetcher } from '@remix-run/react';
import { Check, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { Card } from '#app/components/card.tsx';
import { Cluster } from '#app/components/cluster.tsx';
import { Stack } from '#app/components/stack.tsx';
import type { ReportedComment } from './find-comments.server.ts';

/** Comments that students have reported, for their teacher. */
export function ReportedComments({ comments }: { comments: ReportedComment[] }) {
  const { t } = useTranslation();
  return (
    <Stack>
      <h2>{t('Reported comments')}</h2>
      {comments.map((comment) => (
        <ReportedItem key={comment.id} comment={comment} />
      ))}
    </Stack>
  );
}

function ReportedItem({ comment }: { comment: ReportedComment }) {
  const { t } = useTranslation();
  const fetcher = useFetcher();
  const { id, text, by, pictureId } = comment;
  const busy = fetcher.formData?.get('decision');
  return (
    <Card
      headingLevel={3}
      title={`${by}, ${comment.class.name}`}
      action={<Link to={`/pictures/${pictureId}`}>{t('The picture')}</Link>}
    >
      <Stack>
        <p style={{ overflowWrap: 'anywhere' }}>{text}</p>
        <fetcher.Form method="post" action={`/classes/${comment.class.id}/comment-decisions`}>
          <input type="hidden" name="commentId" value={id} />
          <Cluster>
            <Button
              name="decision"
              value="keep"
              size="small"
              icon={<Check aria-hidden />}
              busy={busy === 'keep'}
            >
              {t('Keep it')}
            </Button>
            <Button
              name="decision"
              value="remove"
              size="small"
              variant="danger"
              icon={<Trash2 aria-hidden />}
              busy={busy === 'remove'}
            >
              {t('Remove')}
            </Button>
          </Cluster>
        </fetcher.Form>
      </Stack>
    </Card>
  );
}
