import { CircleAlert } from 'lucide-react';
import css from './field.module.css';
import { useSay } from './use-say.ts';

interface FieldErrorProps {
  id?: string;
  errors?: string[];
}

/** What is wrong with one field. Its id is the one that the control's aria-describedby names. */
export function FieldError({ id, errors }: FieldErrorProps) {
  const say = useSay();
  if (!errors?.length) return null;
  return (
    <p id={id} className={css.error}>
      <CircleAlert aria-hidden />
      <span>{errors.map(say).join(' ')}</span>
    </p>
  );
}
