import { Link } from '@remix-run/react';
import { Badge } from '#app/components/badge.tsx';
import css from './exercise-list.module.css';

interface ExerciseListProps {
  label: string;
  exercises: { to: string; question: string; detail: string; badge: string; isToDo: boolean }[];
}

/** Questions as large links, each with how far it is. */
export function ExerciseList({ label, exercises }: ExerciseListProps) {
  return (
    <ul className={css.list} aria-label={label}>
      {exercises.map(({ to, question, detail, badge, isToDo }) => (
        <li key={to}>
          <Link to={to} className={css.exercise}>
            <span>
              <b>{question}</b>
              <span className={css.detail}>{detail}</span>
            </span>
            <Badge tone={isToDo ? 'warning' : 'neutral'}>{badge}</Badge>
          </Link>
        </li>
      ))}
    </ul>
  );
}
