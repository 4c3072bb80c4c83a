import { useState, type CSSProperties, type ReactNode } from 'react';
import { FieldError } from './field-error.tsx';
import field from './field.module.css';
import css from './range-field.module.css';

interface RangeFieldProps {
  id: string;
  name?: string;
  label: ReactNode;
  hint?: ReactNode;
  errors?: string[];
  min: number;
  max: number;
  step?: number;
  unit?: string;
  defaultValue?: number | string;
  /** With onValueChange: the parent keeps the number. */
  value?: number;
  onValueChange?: (value: number) => void;
  /** Words under the two ends of the slider. */
  ends?: [low: string, high: string];
  form?: string;
  disabled?: boolean;
}

/** A number by slider or by typing. Only the typed number is sent with the form. */
export function RangeField(props: RangeFieldProps) {
  const { id, label, hint, errors, unit, ends, onValueChange, disabled } = props;
  const [own, setOwn] = useState(String(props.defaultValue ?? props.min));
  const shown = props.value === undefined ? own : String(props.value);
  const limits = { min: props.min, max: props.max, step: props.step ?? 1, disabled };
  const filledPercent = ((Number(shown) - props.min) / (props.max - props.min)) * 100;
  const describedBy = [hint && `${id}-description`, errors?.length && `${id}-error`]
    .filter(Boolean)
    .join(' ');

  function change(text: string) {
    setOwn(text);
    if (text !== '' && Number.isFinite(Number(text))) onValueChange?.(Number(text));
  }

  return (
    <div className={field.field}>
      <div className={css.head}>
        <label id={`${id}-label`} htmlFor={id} className={field.label}>
          {label}
        </label>
        <span className={css.number}>
          <input
            {...limits}
            id={id}
            name={props.name}
            form={props.form}
            type="number"
            inputMode="decimal"
            className={css.input}
            value={shown}
            aria-describedby={describedBy || undefined}
            aria-invalid={errors?.length ? true : undefined}
            onChange={(event) => change(event.currentTarget.value)}
          />
          {unit && <span className={css.unit}>{unit}</span>}
        </span>
      </div>
      {hint && (
        <p id={`${id}-description`} className={field.hint}>
          {hint}
        </p>
      )}
      <input
        {...limits}
        type="range"
        className={css.slider}
        style={{ '--filled': `${filledPercent}%` } as CSSProperties}
        value={shown === '' ? props.min : shown}
        aria-labelledby={`${id}-label`}
        onChange={(event) => change(event.currentTarget.value)}
      />
      {ends && (
        <div className={css.ends} aria-hidden>
          <span>{ends[0]}</span>
          <span>{ends[1]}</span>
        </div>
      )}
      <FieldError id={`${id}-error`} errors={errors} />
    </div>
  );
}
