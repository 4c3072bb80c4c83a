import type { ReactNode } from 'react';
import css from './facts.module.css';

interface FactsProps {
  /** A name and its value, such as "Seed" and 42. */
  items: { label: ReactNode; value: ReactNode }[];
  layout?: 'rows' | 'grid';
}

/** Names and values: every setting of a picture, a class at a glance. */
export function Facts({ items, layout = 'rows' }: FactsProps) {
  return (
    <dl className={css.facts} data-layout={layout}>
      {items.map((item, index) => (
        <div key={index} className={css.fact}>
          <dt className={css.label}>{item.label}</dt>
          <dd className={css.value}>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
