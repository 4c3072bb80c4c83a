import { Form, useNavigation, useRevalidator } from '@remix-run/react';
import { ListChecks, Pencil, Send, Table2, UsersRound } from 'lucide-react';
import { useState } from 'react';
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
        lead={assignment.dueAt ? `Due ${assignment.dueAt}` : 'No due date'}
        back={{ to: `/classes/${classId}/assignments`, label: 'Assignments' }}
        actions={
          <>
            <LinkButton to="edit" variant="secondary" icon={<Pencil aria-hidden />}>
              Change
            </LinkButton>
            {entries.some(({ submissionId }) => submissionId) && (
              <LinkButton to="review" icon={<ListChecks aria-hidden />}>
                Review
              </LinkButton>
            )}
          </>
        }
      />
      <FormError errors={reply?.errors} />
      {reply?.done && (
        <Notice tone="success" live="polite">
          {reply.done}
        </Notice>
      )}
      {!assignment.isReleased && (
        <Notice title={assignment.opensAt ? `Opens ${assignment.opensAt}` : 'A draft'}>
          Students do not see this assignment yet.
        </Notice>
      )}
      <Split
        aside={
          <>
            <Card title="Return">
              <ReturnAll count={toReturn} open={turnedIn.length - graded.length} />
            </Card>
            <Card
              title="Rubric"
              action={
                <LinkButton to="rubric" variant="quiet" size="small" icon={<Table2 aria-hidden />}>
                  {rubric.length > 0 ? 'Change' : 'Make one'}
                </LinkButton>
              }
            >
              {rubric.length > 0 ? (
                <>
                  <RubricView rubric={rubric} />
                  <p>{outOf} points in all.</p>
                </>
              ) : (
                <p>Without a rubric there are comments and no points.</p>
              )}
            </Card>
            {assignment.dueAt && <ExtensionForm entries={entries} errors={reply?.dueAt} />}
            {assignment.peerCount > 0 && (
              <Card title="Peer review">
                {assignment.isDealt ? (
                  <p>Dealt. Each review is shown to its author with the returned grade.</p>
                ) : (
                  <Form method="post">
                    <Stack>
                      <p>
                        Each student who has turned in reviews {assignment.peerCount} others. Mark
                        good examples while you review: they come first.
                      </p>
                      <Button
                        name="intent"
                        value="deal"
                        variant="secondary"
                        icon={<UsersRound aria-hidden />}
                      >
                        Deal the reviews now
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
          <EmptyState title="Nobody is in this class yet" drawing="frames" />
        ) : (
          <ProgressTable entries={entries} outOf={outOf} />
        )}
        <Cluster>
          {assignment.group && <Badge>For {assignment.group}</Badge>}
          <Badge>Version {assignment.version}</Badge>
        </Cluster>
      </Split>
    </Stack>
  );
}

function ReturnAll({ count, open }: { count: number; open: number }) {
  const [asks, setAsks] = useState(false);
  const busy = useNavigation().formData?.get('intent') === 'return-all';
  return (
    <Form method="post" id="return-all">
      <input type="hidden" name="intent" value="return-all" />
      <Stack>
        <p>
          {count === 0 ? 'Nothing is ready to be returned.' : `${count} ready to be returned.`}
          {open > 0 && ` ${open} not graded yet.`}
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
            Return all
          </Button>
        )}
      </Stack>
      <ConfirmDialog
        open={asks}
        title={`Return ${count} works?`}
        confirmLabel="Return all"
        tone="primary"
        onCancel={() => setAsks(false)}
        onConfirm={() => {
          setAsks(false);
          document.querySelector<HTMLFormElement>('#return-all')?.requestSubmit();
        }}
      >
        Their students read grades, remarks and comments at once.
      </ConfirmDialog>
    </Form>
  );
}
