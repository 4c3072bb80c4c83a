import { Notice } from './notice.tsx';
import { useSay } from './use-say.ts';

interface FormErrorProps {
  id?: string;
  errors?: string[];
}

/** What is wrong with a form as a whole; read out when it appears. */
export function FormError({ id, errors }: FormErrorProps) {
  const say = useSay();
  if (!errors?.length) return null;
  return (
    <Notice id={id} tone="danger" live="assertive">
      {errors.map(say).join(' ')}
    </Notice>
  );
}
