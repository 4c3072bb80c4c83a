import type { ReactNode } from 'react';
import css from './prose.module.css';

interface ProseProps {
  /** Where the text has another language than the page. */
  lang?: string;
  children: ReactNode;
}

/** Running text made from Markdown: lessons, model cards, remarks. */
export function Prose({ lang, children }: ProseProps) {
  return (
    <div className={css.prose} lang={lang}>
      {children}
    </div>
  );
}
