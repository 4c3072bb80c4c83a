import { Link } from '@remix-run/react';
import { Badge } from '#app/components/badge.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import type { ClassSummary } from './list-classes.server.ts';
import css from './class-list.module.css';

/** A teacher's classes, each with what waits in it. */
export function ClassList({ classes }: { classes: ClassSummary[] }) {
  if (classes.length === 0)
    return (
      <EmptyState title="No class yet" drawing="frames">
        <p>Make your first class. It gets a code with which students join.</p>
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
            {students === 1 ? '1 student' : `${students} students`} ·{' '}
            {pictures === 1 ? '1 picture' : `${pictures} pictures`}
          </span>
          {waiting > 0 && <Badge tone="warning">{waiting} to look at</Badge>}
        </li>
      ))}
    </ul>
  );
}
