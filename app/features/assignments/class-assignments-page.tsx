import { Link } from '@remix-run/react';
import { BookMarked, Plus, Table2, UsersRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useTime } from '#app/features/site/use-time.ts';
import { Badge } from '#app/components/badge.tsx';
import { Cluster } from '#app/components/cluster.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { LinkButton } from '#app/components/link-button.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { Stack } from '#app/components/stack.tsx';
import css from './assignment-list.module.css';
import type { ClassAssignment } from './list-class-assignments.server.ts';

interface ClassAssignmentsPageProps {
  classId: string;
  className: string;
  isArchived: boolean;
  assignments: ClassAssignment[];
}

/** The assignments of a class as its teacher sees them. */
export function ClassAssignmentsPage(props: ClassAssignmentsPageProps) {
  const { t } = useTranslation();
  const time = useTime();
  const { classId, className, isArchived, assignments } = props;
  return (
    <Stack gap="large">
      <PageHeader
        title={t('Assignments')}
        back={{ to: `/classes/${classId}`, label: className }}
        actions={
          <>
            <LinkButton
              to={`/classes/${classId}/gradebook`}
              variant="secondary"
              icon={<Table2 aria-hidden />}
            >
              {t('Gradebook')}
            </LinkButton>
            <LinkButton
              to={`/classes/${classId}/groups`}
              variant="secondary"
              icon={<UsersRound aria-hidden />}
            >
              {t('Groups')}
            </LinkButton>
            {!isArchived && (
              <LinkButton to="new" icon={<Plus aria-hidden />}>
                {t('New assignment')}
              </LinkButton>
            )}
          </>
        }
      />
      {assignments.length === 0 ? (
        <EmptyState title={t('No assignment yet')} drawing="frames">
          {t('Give work from a lesson or of your own, with a date and a rubric.')}
        </EmptyState>
      ) : (
        <ul className={css.list}>
          {assignments.map((assignment) => (
            <li key={assignment.id} className={css.entry}>
              <div className={css.words}>
                <Link to={`/classes/${classId}/assignments/${assignment.id}`} className={css.title}>
                  {assignment.title}
                </Link>
                <span className={css.detail}>
                  {assignment.group ?? t('The whole class')} ·{' '}
                  {assignment.dueAt
                    ? t('Due {{at}}', { at: time(assignment.dueAt) })
                    : t('No due date')}
                </span>
              </div>
              <Cluster>
                {!assignment.isReleased && (
                  <Badge tone="warning">
                    {assignment.opensAt
                      ? t('Opens {{at}}', { at: time(assignment.opensAt) })
                      : t('Draft')}
                  </Badge>
                )}
                {assignment.turnedIn > 0 && (
                  <Badge tone="info" icon={<BookMarked aria-hidden />}>
                    {t('{{turnedIn}} to return', { turnedIn: assignment.turnedIn })}
                  </Badge>
                )}
                <Badge tone="success">
                  {t('{{returned}} of {{students}} returned', {
                    returned: assignment.returned,
                    students: assignment.students,
                  })}
                </Badge>
              </Cluster>
            </li>
          ))}
        </ul>
      )}
    </Stack>
  );
}
