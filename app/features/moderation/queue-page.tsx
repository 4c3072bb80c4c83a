import { useFetcher, useRevalidator } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '#app/components/checkbox.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { Stack } from '#app/components/stack.tsx';
import { useLive } from '#app/features/pictures/use-live.ts';
import type { ReportedComment } from '#app/features/comments/find-comments.server.ts';
import { ReportedComments } from '#app/features/comments/reported-comments.tsx';
import type { QueuedWork } from './find-queue.server.ts';
import { QueueItem } from './queue-item.tsx';
import { useQueueKeys } from './use-queue-keys.ts';

interface QueuePageProps {
  queue: QueuedWork[];
  comments: ReportedComment[];
}

/** One thing after another that waits for a teacher, decided by keys or by buttons. */
export function QueuePage({ queue, comments }: QueuePageProps) {
  const { t } = useTranslation();
  const { revalidate } = useRevalidator();
  const fetcher = useFetcher<{ errors: string[] }>();
  const reason = useRef<HTMLInputElement>(null);
  const [place, setPlace] = useState(0);
  const [shownId, setShownId] = useState<string>();
  const [keysOn, setKeysOn] = useState(true);
  useLive(({ kind }) => {
    if (kind === 'moderation' || kind === 'resync') revalidate();
  });
  const at = Math.min(place, Math.max(0, queue.length - 1));
  const work = queue[at];
  const decide = (decision: string) => {
    if (!work || fetcher.state !== 'idle') return;
    const why = reason.current?.value.trim() ?? '';
    if (decision === 'remove' && why === '') return reason.current?.focus();
    const form = { generationId: work.id, decision, reason: why };
    fetcher.submit(form, { method: 'post', action: `/classes/${work.class.id}/decisions` });
  };
  const go = (step: 1 | -1) => setPlace(Math.max(0, Math.min(queue.length - 1, at + step)));
  const actions = {
    a: () => decide('approve'),
    k: () => decide('keep-held'),
    r: () => decide('remove'),
    s: () => setShownId(work?.id),
    n: () => go(1),
    p: () => go(-1),
    ArrowRight: () => go(1),
    ArrowLeft: () => go(-1),
  };
  useQueueKeys(actions, keysOn);
  useEffect(() => {
    if (reason.current) reason.current.value = '';
  }, [work?.id]);
  return (
    <Stack gap="large">
      <PageHeader
        title={t('To look at')}
        lead={
          queue.length === 0 && comments.length === 0
            ? t('Nothing waits for you.')
            : queue.length === 0
              ? t('{{count}} comments', { count: comments.length })
              : t('{{at}} of {{count}}', { at: at + 1, count: queue.length })
        }
        back={{ to: '/classes', label: t('Your classes') }}
      />
      {work ? (
        <QueueItem
          key={work.id}
          work={work}
          isShown={shownId === work.id}
          errors={fetcher.data?.errors}
          busy={fetcher.formData?.get('decision')?.toString()}
          reasonRef={reason}
          actions={actions}
        />
      ) : (
        comments.length === 0 && (
          <EmptyState title={t('All done')} drawing="done">
            {t('Held pictures, flags and questions from students appear here by themselves.')}
          </EmptyState>
        )
      )}
      {comments.length > 0 && <ReportedComments comments={comments} />}
      {work && (
        <Checkbox
          id="queue-keys"
          label={t('Decide with keys: a approve, k keep, r remove, s show, n next, p back')}
          checked={keysOn}
          onChange={(event) => setKeysOn(event.currentTarget.checked)}
        />
      )}
    </Stack>
  );
}
