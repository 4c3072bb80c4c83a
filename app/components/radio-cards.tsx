import type { ReactNode } from 'react';
import { Fieldset } from './fieldset.tsx';
import css from './radio-cards.module.css';

export interface RadioOption {
  value: string;
  label: ReactNode;
  description?: ReactNode;
  /** An icon or a small picture. */
  picture?: ReactNode;
  disabled?: boolean;
}

interface RadioCardsProps {
  id: string;
  name: string;
  legend: ReactNode;
  options: RadioOption[];
  hint?: ReactNode;
  errors?: string[];
  defaultValue?: string;
  /** With onValueChange: the parent keeps the choice. */
  value?: string;
  onValueChange?: (value: string) => void;
  required?: boolean;
  form?: string;
  /** list: one under another; grid: as many beside each other as fit. */
  layout?: 'list' | 'grid';
}

/** One choice of a few, each with room for an explanation. */
export function RadioCards(props: RadioCardsProps) {
  const { id, name, options, value, defaultValue, onValueChange, layout = 'grid' } = props;
  return (
    <Fieldset id={id} legend={props.legend} hint={props.hint} errors={props.errors}>
      <div className={css.cards} data-layout={layout}>
        {options.map((option) => (
          <label key={option.value} className={css.card}>
            <input
              type="radio"
              className={css.dot}
              id={`${id}-${option.value}`}
              name={name}
              form={props.form}
              value={option.value}
              required={props.required}
              disabled={option.disabled}
              checked={value === undefined ? undefined : value === option.value}
              defaultChecked={value === undefined ? defaultValue === option.value : undefined}
              onChange={(event) => onValueChange?.(event.currentTarget.value)}
            />
            {option.picture && <span className={css.picture}>{option.picture}</span>}
            <span className={css.words}>
              <span className={css.label}>{option.label}</span>
              {option.description && <span className={css.description}>{option.description}</span>}
            </span>
          </label>
        ))}
      </div>
    </Fieldset>
  );
}
