import { useEffect, useRef, type ReactNode } from 'react';
import css from './menu.module.css';

interface MenuProps {
  /** What the button shows. */
  button: ReactNode;
  /** Its name, where it shows no words. */
  label: string;
  align?: 'start' | 'end';
  /** Links and buttons, each with the class `menuItem` of menu.module.css. */
  children: ReactNode;
}

/** A button that opens a short list of links and actions; closes on Escape, on a choice and outside. */
export function Menu({ button, label, align = 'end', children }: MenuProps) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    function close(event: Event) {
      const menu = details.current;
      if (!menu?.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return;
        if (menu.contains(document.activeElement)) menu.querySelector('summary')?.focus();
      } else if (menu.contains(event.target as Node)) return;
      menu.open = false;
    }
    document.addEventListener('pointerdown', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('keydown', close);
    };
  }, []);
  return (
    <details ref={details} className={css.menu}>
      <summary className={css.summary} aria-label={label}>
        {button}
      </summary>
      {/* A choice leaves the page or acts on it: either way the list has done its work. */}
      <div
        className={css.list}
        data-align={align}
        onClickCapture={() => details.current?.removeAttribute('open')}
      >
        {children}
      </div>
    </details>
  );
}
