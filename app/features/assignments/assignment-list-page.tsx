import { useRevalidator } from '@remix-run/react';
import { EmptyState } from '#app/components/empty-state.tsx';
import { LinkButton } from '#app/components/link-button.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { Stack } from '#app/components/stack.tsx';
import { useLive } from '#app/features/pictures/use-live.ts';
import { AssignmentList } from './assignment-list.tsx';
import type { OwnAssignmentSummary } from './list-own-assignments.server.ts';

/** What a student is asked to do, and what they have done. */
export function AssignmentListPage({ assignments }: { assignments: OwnAssignmentSummary[] }) {
  const { revalidate } = useRevalidator();
  useLive(({ kind }) => {
    if (kind === 'submission') revalidate();
  });
  const toDo = assignments.filter(({ isToDo }) => isToDo);
  const done = assignments.filter(({ isToDo }) => !isToDo);
  return (
    <Stack gap="large">
      <PageHeader
        title="Assignments"
        lead={toDo.length === 1 ? '1 to do' : toDo.length > 0 ? `${toDo.length} to do` : undefined}
      />
      {toDo.length > 0 ? (
        <AssignmentList assignments={toDo} />
      ) : (
        <EmptyState
          title="Nothing is due"
          drawing="done"
          action={<LinkButton to="/studio">Open the studio</LinkButton>}
        >
          What your teacher gives you appears here.
        </EmptyState>
      )}
      {done.length > 0 && (
        <Stack>
          <h2>With your teacher, or back from them</h2>
          <AssignmentList assignments={done} />
        </Stack>
      )}
    </Stack>
  );
}
