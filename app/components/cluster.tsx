import type { ReactNode } from 'react';
import css from './layout.module.css';
import type { Gap } from './stack.tsx';

interface ClusterProps {
  gap?: Gap;
  justify?: 'start' | 'end' | 'between' | 'center';
  children: ReactNode;
}

/** Small things in a row that wraps: buttons, badges, chips. */
export function Cluster({ gap = 'small', justify = 'start', children }: ClusterProps) {
  return (
    <div className={css.cluster} data-gap={gap} data-justify={justify}>
      {children}
    </div>
  );
}
