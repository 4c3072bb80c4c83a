import type { ReactNode } from 'react';
import css from './layout.module.css';

interface SplitProps {
  children: ReactNode;
  aside: ReactNode;
  /** What a phone shows before the main part; on a wide screen it heads the aside. */
  lead?: ReactNode;
  /** Which side is the wide one; even is half and half. */
  ratio?: 'main' | 'even' | 'aside';
  /** Keeps the aside in sight while the main part scrolls. */
  stickyAside?: boolean;
}

/** Two columns on a wide screen, one on a phone, main part first. */
export function Split({ children, aside, lead, ratio = 'main', stickyAside }: SplitProps) {
  return (
    <div className={css.split} data-ratio={ratio} data-lead={lead ? true : undefined}>
      {lead && <div className={css.part}>{lead}</div>}
      <div className={css.part}>{children}</div>
      <div className={css.part} data-sticky={stickyAside || undefined}>
        {aside}
      </div>
    </div>
  );
}
