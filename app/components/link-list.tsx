import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import css from './link-list.module.css';

interface LinkListProps {
  items: { to: string; title: string; about: ReactNode }[];
}

/** Pages to choose from, each with a line about it. */
export function LinkList({ items }: LinkListProps) {
  return (
    <ul className={css.list}>
      {items.map(({ to, title, about }) => (
        <li key={to} className={css.item}>
          <h2 className={css.title}>
            <Link to={to}>{title}</Link>
          </h2>
          {about}
        </li>
      ))}
    </ul>
  );
}
