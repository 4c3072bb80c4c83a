import type { ReactNode } from 'react';
import css from './prose.module.css';

/** Running text made from Markdown: lessons, model cards, remarks. */
export function Prose({ children }: { children: ReactNode }) {
  return <div className={css.prose}>{children}</div>;
}
