import type { ReactNode } from 'react';
import { FieldError } from './field-error.tsx';
import css from './field.module.css';

interface FieldProps {
  /** The control's id. Hint and error take `ID-description` and `ID-error`, as conform names them. */
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  errors?: string[];
  /** A word such as "optional", beside the label. */
  note?: ReactNode;
  hideLabel?: boolean;
  children: ReactNode;
}

/** A control with its label above it, a hint, and what is wrong. */
export function Field({ id, label, hint, errors, note, hideLabel, children }: FieldProps) {
  return (
    <div className={css.field} data-invalid={errors?.length ? true : undefined}>
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : css.label}>
        {label}
        {note && <span className={css.note}> {note}</span>}
      </label>
      {hint && (
        <p id={`${id}-description`} className={css.hint}>
          {hint}
        </p>
      )}
      {children}
      <FieldError id={`${id}-error`} errors={errors} />
    </div>
  );
}
