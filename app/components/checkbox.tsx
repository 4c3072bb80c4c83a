import type { InputHTMLAttributes, ReactNode } from 'react';
import css from './checkbox.module.css';

interface CheckboxProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
}

export function Checkbox({ label, hint, ...rest }: CheckboxProps) {
  const hintId = hint ? `${rest.id}-description` : undefined;
  return (
    <label className={css.checkbox}>
      <input
        {...rest}
        type="checkbox"
        className={css.box}
        aria-describedby={[rest['aria-describedby'], hintId].filter(Boolean).join(' ') || undefined}
      />
      <span className={css.words}>
        {label}
        {hint && (
          <span id={hintId} className={css.hint}>
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}
