import { useRevalidator } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#app/components/empty-state.tsx';
import { LinkButton } from '#app/components/link-button.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { Stack } from '#app/components/stack.tsx';
import { useLive } from '#app/features/pictures/use-live.ts';
import { AssignmentList } from './assignment-list.tsx';
import type { OwnAssignmentSummary } from './list-own-assignments.server.ts';

/** What a student is asked to do, and what they have done. */
export function AssignmentListPage({ assignments }: { assignments: OwnAssignmentSummary[] }) {
  const { t } = useTranslation();
  const { revalidate } = useRevalidator();
  useLive(({ kind }) => {
    if (kind === 'submission') revalidate();
  });
  const toDo = assignments.filter(({ isToDo }) => isToDo);
  const done = assignments.filter(({ isToDo }) => !isToDo);
  return (
    <Stack gap="large">
      <PageHeader
        title={t('Assignments')}
        lead={toDo.length > 0 ? t('{{count}} to do', { count: toDo.length }) : undefined}
      />
      {toDo.length > 0 ? (
        <AssignmentList assignments={toDo} />
      ) : (
        <EmptyState
          title={t('Nothing is due')}
          drawing="done"
          action={<LinkButton to="/studio">{t('Open the studio')}</LinkButton>}
        >
          {t('What your teacher gives you appears here.')}
        </EmptyState>
      )}
      {done.length > 0 && (
        <Stack>
          <h2>{t('With your teacher, or back from them')}</h2>
          <AssignmentList assignments={done} />
        </Stack>
      )}
    </Stack>
  );
}
