import { Notice } from './notice.tsx';

interface FormErrorProps {
  id?: string;
  errors?: string[];
}

/** What is wrong with a form as a whole; read out when it appears. */
export function FormError({ id, errors }: FormErrorProps) {
  if (!errors?.length) return null;
  return (
    <Notice id={id} tone="danger" live="assertive">
      {errors.join(' ')}
    </Notice>
  );
}
