import { Minus, Plus } from 'lucide-react';
import { useRef, type InputHTMLAttributes } from 'react';
import { useTranslation } from 'react-i18next';
import css from './number-stepper.module.css';

interface NumberStepperProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> {
  /** Shown after the number, such as "px". */
  unit?: string;
  decreaseLabel?: string;
  increaseLabel?: string;
}

/** A number field with a button on each side; `min`, `max` and `step` hold for both ways in. */
export function NumberStepper({ unit, decreaseLabel, increaseLabel, ...rest }: NumberStepperProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  function step(direction: 'stepUp' | 'stepDown') {
    input.current?.[direction]();
    // React and form libraries listen for the event that stepUp() does not send.
    input.current?.dispatchEvent(new Event('input', { bubbles: true }));
  }
  const buttonProps = { type: 'button', className: css.button, disabled: rest.disabled } as const;
  return (
    <div className={css.stepper}>
      <button
        {...buttonProps}
        aria-label={decreaseLabel ?? t('Less')}
        onClick={() => step('stepDown')}
      >
        <Minus aria-hidden />
      </button>
      <label className={css.number}>
        <input inputMode="numeric" {...rest} ref={input} type="number" className={css.input} />
        {unit && <span className={css.unit}>{unit}</span>}
      </label>
      <button
        {...buttonProps}
        aria-label={increaseLabel ?? t('More')}
        onClick={() => step('stepUp')}
      >
        <Plus aria-hidden />
      </button>
    </div>
  );
}
