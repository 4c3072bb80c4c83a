import { NavLink } from '@remix-run/react';
import type { ReactNode } from 'react';
import css from './tabs.module.css';

interface TabLinksProps {
  label: string;
  items: { to: string; label: ReactNode; count?: number; end?: boolean }[];
}

/** Pages beside each other, such as the parts of a class: tabs to the eye, links in truth. */
export function TabLinks({ label, items }: TabLinksProps) {
  return (
    <nav aria-label={label} className={css.list}>
      {items.map((item) => (
        <NavLink key={item.to} to={item.to} end={item.end} className={css.tab}>
          {item.label}
          {item.count !== undefined && <span className={css.count}>{item.count}</span>}
        </NavLink>
      ))}
    </nav>
  );
}
