import type { ReactNode } from 'react';
import css from './layout.module.css';

export type Gap = 'small' | 'medium' | 'large' | 'section';

interface StackProps {
  gap?: Gap;
  children: ReactNode;
}

/** Things one under another, with an even gap. */
export function Stack({ gap = 'medium', children }: StackProps) {
  return (
    <div className={css.stack} data-gap={gap}>
      {children}
    </div>
  );
}
