import { Form, useNavigation, useRevalidator } from '@remix-run/react';
import { ListChecks, Pencil, Send, Table2, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTime } from '#app/features/site/use-time.ts';
import { useSay } from '#app/components/use-say.ts';
import { Badge } from '#app/components/badge.tsx';
import { Button } from '#app/components/button.tsx';
import { Card } from '#app/components/card.tsx';
import { Cluster } from '#app/components/cluster.tsx';
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { FormError } from '#app/components/form-error.tsx';
import { LinkButton } from '#app/components/link-button.tsx';
import { Notice } from '#app/components/notice.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { Split } from '#app/components/split.tsx';
import { Stack } from '#app/components/stack.tsx';
import { useLive } from '#app/features/pictures/use-live.ts';
import { RubricView } from '#app/features/rubrics/rubric-view.tsx';
import { ExtensionForm } from './extension-form.tsx';
import { ProgressTable } from './progress-table.tsx';
import type { Progress, ProgressReply } from './progress-reply.ts';

interface ProgressPageProps {
  progress: Progress;
  reply: ProgressReply | undefined;
}

/** Where each student of an assignment stands, and what a teacher does with all of them. */
export function ProgressPage({ progress, reply }: ProgressPageProps) {
  const { t } = useTranslation();
  const time = useTime();
  const say = useSay();
  const { classId, assignment, rubric, outOf, entries } = progress;
  const { revalidate } = useRevalidator();
  useLive((change) => {
    if (change.kind === 'submission' && change.classId === classId) revalidate();
  });
  const turnedIn = entries.filter(({ state }) => state === 'turnedIn');
  const graded = turnedIn.filter(({ points }) => points !== null || rubric.length === 0);
  const changed = entries.filter(
    ({ state, points, returnedPoints }) =>
      state === 'returned' && points !== null && points !== returnedPoints,
  );
  const toReturn = graded.length + changed.length;
  return (
    <Stack gap="large">
      <PageHeader
        title={assignment.title}
        lead={assignment.dueAt ? t('Due {{at}}', { at: time(assignment.dueAt) }) : t('No due date')}
        back={{ to: `/classes/${classId}/assignments`, label: t('Assignments') }}
        actions={
          <>
            <LinkButton to="edit" variant="secondary" icon={<Pencil aria-hidden />}>
              {t('Change')}
            </LinkButton>
            {entries.some(({ submissionId }) => submissionId) && (
              <LinkButton to="review" icon={<ListChecks aria-hidden />}>
                {t('Review')}
              </LinkButton>
            )}
          </>
        }
      />
      <FormError errors={reply?.errors} />
      {reply?.done && (
        <Notice tone="success" live="polite">
          {say(reply.done)}
        </Notice>
      )}
      {!assignment.isReleased && (
        <Notice
          title={
            assignment.opensAt ? t('Opens {{at}}', { at: time(assignment.opensAt) }) : t('A draft')
          }
        >
          {t('Students do not see this assignment yet.')}
        </Notice>
      )}
      <Split
        aside={
          <>
            <Card title={t('Return')}>
              <ReturnAll count={toReturn} open={turnedIn.length - graded.length} />
            </Card>
            <Card
              title={t('Rubric')}
              action={
                <LinkButton to="rubric" variant="quiet" size="small" icon={<Table2 aria-hidden />}>
                  {rubric.length > 0 ? t('Change') : t('Make one')}
                </LinkButton>
              }
            >
              {rubric.length > 0 ? (
                <>
                  <RubricView rubric={rubric} />
                  <p>{t('{{outOf}} points in all.', { outOf })}</p>
                </>
              ) : (
                <p>{t('Without a rubric there are comments and no points.')}</p>
              )}
            </Card>
            {assignment.dueAt && <ExtensionForm entries={entries} errors={reply?.dueAt} />}
            {assignment.peerCount > 0 && (
              <Card title={t('Peer review')}>
                {assignment.isDealt ? (
                  <p>{t('Dealt. Each review is shown to its author with the returned grade.')}</p>
                ) : (
                  <Form method="post">
                    <Stack>
                      <p>
                        {t(
                          'Each student who has turned in reviews {{peerCount}} others. Mark good examples while you review: they come first.',
                          { peerCount: assignment.peerCount },
                        )}
                      </p>
                      <Button
                        name="intent"
                        value="deal"
                        variant="secondary"
                        icon={<UsersRound aria-hidden />}
                      >
                        {t('Deal the reviews now')}
                      </Button>
                    </Stack>
                  </Form>
                )}
              </Card>
            )}
          </>
        }
      >
        {entries.length === 0 ? (
          <EmptyState title={t('Nobody is in this class yet')} drawing="frames" />
        ) : (
          <ProgressTable entries={entries} outOf={outOf} />
        )}
        <Cluster>
          {assignment.group && <Badge>{t('For {{group}}', { group: assignment.group })}</Badge>}
          <Badge>{t('Version {{version}}', { version: assignment.version })}</Badge>
        </Cluster>
      </Split>
    </Stack>
  );
}

function ReturnAll({ count, open }: { count: number; open: number }) {
  const { t } = useTranslation();
  const [asks, setAsks] = useState(false);
  const busy = useNavigation().formData?.get('intent') === 'return-all';
  return (
    <Form method="post" id="return-all">
      <input type="hidden" name="intent" value="return-all" />
      <Stack>
        <p>
          {count === 0
            ? t('Nothing is ready to be returned.')
            : t('{{count}} ready to be returned.', { count })}
          {open > 0 && ` ${t('{{open}} not graded yet.', { open })}`}
        </p>
        {count > 0 && (
          <Button
            icon={<Send aria-hidden />}
            busy={busy}
            onClick={(event) => {
              event.preventDefault();
              setAsks(true);
            }}
          >
            {t('Return all')}
          </Button>
        )}
      </Stack>
      <ConfirmDialog
        open={asks}
        title={t('Return {{count}} works?', { count })}
        confirmLabel={t('Return all')}
        tone="primary"
        onCancel={() => setAsks(false)}
        onConfirm={() => {
          setAsks(false);
          document.querySelector<HTMLFormElement>('#return-all')?.requestSubmit();
        }}
      >
        {t('Their students read grades, remarks and comments at once.')}
      </ConfirmDialog>
    </Form>
  );
}
