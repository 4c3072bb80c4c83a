import type { ReactNode } from 'react';
import css from './card.module.css';

interface CardProps {
  title?: ReactNode;
  /** Beside the title: a link or a small button. */
  action?: ReactNode;
  tone?: 'plain' | 'brand' | 'highlight' | 'sunk';
  headingLevel?: 2 | 3;
  children: ReactNode;
}

export function Card({ title, action, tone = 'plain', headingLevel = 2, children }: CardProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <section className={css.card} data-tone={tone}>
      {(title || action) && (
        <div className={css.head}>
          {title && <Heading className={css.title}>{title}</Heading>}
          {action}
        </div>
      )}
      {children}
    </section>
  );
}
