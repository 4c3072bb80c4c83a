import type { ReactNode } from 'react';
import { FieldError } from './field-error.tsx';
import css from './field.module.css';

interface FieldsetProps {
  /** Hint and error take `ID-description` and `ID-error`. */
  id?: string;
  legend: ReactNode;
  hint?: ReactNode;
  errors?: string[];
  disabled?: boolean;
  children: ReactNode;
}

/** Controls that answer one question together. */
export function Fieldset({ id, legend, hint, errors, disabled, children }: FieldsetProps) {
  const hintId = id && hint ? `${id}-description` : undefined;
  const errorId = id && errors?.length ? `${id}-error` : undefined;
  return (
    <fieldset
      id={id}
      className={css.fieldset}
      disabled={disabled}
      aria-describedby={[hintId, errorId].filter(Boolean).join(' ') || undefined}
    >
      <legend className={css.legend}>{legend}</legend>
      {hint && (
        <p id={hintId} className={css.hint}>
          {hint}
        </p>
      )}
      {children}
      <FieldError id={errorId} errors={errors} />
    </fieldset>
  );
}
