import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { useTime } from '#app/features/site/use-time.ts';
import { Badge } from '#app/components/badge.tsx';
import { Cluster } from '#app/components/cluster.tsx';
import css from './assignment-list.module.css';
import { STATE_NAMES, STATE_TONES } from './state-names.ts';
import type { OwnAssignmentSummary } from './list-own-assignments.server.ts';

/** A student's assignments, each with where it stands. */
export function AssignmentList({ assignments }: { assignments: OwnAssignmentSummary[] }) {
  const { t } = useTranslation();
  const time = useTime();
  return (
    <ul className={css.list}>
      {assignments.map((assignment) => (
        <li key={assignment.id} className={css.entry}>
          <div className={css.words}>
            <Link to={`/assignments/${assignment.id}`} className={css.title}>
              {assignment.title}
            </Link>
            <span className={css.detail}>
              {assignment.className} ·{' '}
              {assignment.dueAt
                ? t('Due {{at}}', { at: time(assignment.dueAt) })
                : t('No due date')}
            </span>
          </div>
          <Cluster>
            <Badge tone={STATE_TONES[assignment.state]}>{t(STATE_NAMES[assignment.state])}</Badge>
            {assignment.isLate && <Badge tone="warning">{t('Late')}</Badge>}
            {assignment.isClosed && <Badge>{t('Closed')}</Badge>}
            {assignment.points !== null && (
              <Badge tone="brand">
                {t('{{points}} of {{outOf}}', {
                  points: assignment.points,
                  outOf: assignment.outOf,
                })}
              </Badge>
            )}
            {assignment.peersToReview > 0 && (
              <Badge tone="info">
                {t('{{count}} reviews to write', { count: assignment.peersToReview })}
              </Badge>
            )}
          </Cluster>
        </li>
      ))}
    </ul>
  );
}
