import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Badge } from '#app/components/badge.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import type { ClassSummary } from './list-classes.server.ts';
import css from './class-list.module.css';

/** A teacher's classes, each with what waits in it. */
export function ClassList({ classes }: { classes: ClassSummary[] }) {
  const { t } = useTranslation();
  if (classes.length === 0)
    return (
      <EmptyState title={t('No class yet')} drawing="frames">
        <p>{t('Make your first class. It gets a code with which students join.')}</p>
      </EmptyState>
    );
  return (
    <ul className={css.list}>
      {classes.map(({ id, name, students, pictures, waiting }) => (
        <li key={id} className={css.class}>
          <Link to={`/classes/${id}`} className={css.name}>
            {name}
          </Link>
          <span className={css.counts}>
            {t('{{count}} students', { count: students })} ·{' '}
            {t('{{count}} pictures', { count: pictures })}
          </span>
          {waiting > 0 && <Badge tone="warning">{t('{{waiting}} to look at', { waiting })}</Badge>}
        </li>
      ))}
    </ul>
  );
}
