import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import css from './disclosure.module.css';

interface DisclosureProps {
  summary: ReactNode;
  /** Right of the summary, such as the value that is set inside. */
  detail?: ReactNode;
  defaultOpen?: boolean;
  /** Called each time somebody opens it, for what is only read then. */
  onOpen?: () => void;
  children: ReactNode;
}

/** More, for those who want it. */
export function Disclosure(props: DisclosureProps) {
  const { summary, detail, defaultOpen, onOpen, children } = props;
  return (
    <details
      className={css.disclosure}
      open={defaultOpen}
      onToggle={(event) => event.currentTarget.open && onOpen?.()}
    >
      <summary className={css.summary}>
        <ChevronRight className={css.chevron} aria-hidden />
        <span className={css.words}>{summary}</span>
        {detail && <span className={css.detail}>{detail}</span>}
      </summary>
      <div className={css.content}>{children}</div>
    </details>
  );
}
