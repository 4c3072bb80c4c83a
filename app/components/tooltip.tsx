import { cloneElement, useId, useState, type KeyboardEvent, type ReactElement } from 'react';
import css from './tooltip.module.css';

interface TooltipProps {
  text: string;
  side?: 'top' | 'bottom';
  /** One control: the tip describes it, and comes with the pointer or the focus. */
  children: ReactElement<{ 'aria-describedby'?: string }>;
}

export function Tooltip({ text, side = 'top', children }: TooltipProps) {
  const id = useId();
  const [dismissed, setDismissed] = useState(false);
  return (
    // It only listens for Escape on its way up from the control, which has the role.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <span
      className={css.anchor}
      data-dismissed={dismissed || undefined}
      onKeyDown={(event: KeyboardEvent) => event.key === 'Escape' && setDismissed(true)}
      onMouseEnter={() => setDismissed(false)}
      onFocus={() => setDismissed(false)}
    >
      {cloneElement(children, { 'aria-describedby': id })}
      <span role="tooltip" id={id} className={css.tip} data-side={side}>
        {text}
      </span>
    </span>
  );
}
