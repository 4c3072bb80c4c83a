import { Link } from '@remix-run/react';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#app/components/empty-state.tsx';
import { LinkButton } from '#app/components/link-button.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { Stack } from '#app/components/stack.tsx';
import { STATE_NAMES } from '#app/features/assignments/state-names.ts';
import type { Gradebook, GradebookCell } from './find-gradebook.server.ts';
import css from './gradebook-page.module.css';

interface GradebookPageProps {
  classId: string;
  className: string;
  gradebook: Gradebook;
}

/** All grades of a class: a row a student, a column an assignment. */
export function GradebookPage({ classId, className, gradebook }: GradebookPageProps) {
  const { t } = useTranslation();
  const { assignments, rows } = gradebook;
  return (
    <Stack gap="large">
      <PageHeader
        title={t('Gradebook')}
        lead={className}
        back={{ to: `/classes/${classId}/assignments`, label: t('Assignments') }}
        actions={
          <LinkButton
            to={`/classes/${classId}/gradebook.csv`}
            reloadDocument
            variant="secondary"
            icon={<Download aria-hidden />}
          >
            {t('Download as CSV')}
          </LinkButton>
        }
      />
      {assignments.length === 0 || rows.length === 0 ? (
        <EmptyState title={t('No grades yet')} drawing="frames">
          {t('What you return appears here.')}
        </EmptyState>
      ) : (
        // A wide table scrolls in its own frame, by keyboard too.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className={css.frame} tabIndex={0} role="region" aria-label={t('Grades')}>
          <table className={css.table}>
            <thead>
              <tr>
                <th scope="col">{t('Student')}</th>
                {assignments.map(({ id, title, outOf }) => (
                  <th key={id} scope="col">
                    <Link to={`/classes/${classId}/assignments/${id}`}>{title}</Link>
                    {outOf !== null && (
                      <span className={css.detail}>{t('of {{outOf}}', { outOf })}</span>
                    )}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ student, cells }) => (
                <tr key={student.id}>
                  <th scope="row">{student.displayName}</th>
                  {cells.map((cell, index) => (
                    <td key={assignments[index]?.id}>{cell && <Grade cell={cell} />}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Stack>
  );
}

function Grade({ cell }: { cell: GradebookCell }) {
  const { t } = useTranslation();
  const { points, draft, state, isLate } = cell;
  const details = [
    ...(points === null || state !== 'returned' ? [t(STATE_NAMES[state])] : []),
    ...(isLate ? [t('late')] : []),
    ...(draft !== null ? [t('draft {{draft}}', { draft })] : []),
  ];
  return (
    <>
      {points !== null && <b>{points}</b>}
      {details.length > 0 && <span className={css.detail}>{details.join(', ')}</span>}
    </>
  );
}
