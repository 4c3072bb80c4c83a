import { getInputProps } from '@conform-to/react';
import type { FieldMetadata } from '@conform-to/react';
import type { InputHTMLAttributes } from 'react';
import { Field } from '#app/components/field.tsx';
import { TextInput } from '#app/components/text-input.tsx';

interface AccountFieldProps {
  field: FieldMetadata<string>;
  label: string;
  hint?: string;
  type?: 'text' | 'password';
  autoComplete: string;
  autoCapitalize?: InputHTMLAttributes<HTMLInputElement>['autoCapitalize'];
  /** Keeps spelling help and capitals away from names and codes. */
  verbatim?: boolean;
  placeholder?: string;
}

/** A text field of an account form, bound to its schema. */
export function AccountField(props: AccountFieldProps) {
  const { field, label, hint, type = 'text', verbatim = false, ...rest } = props;
  const { key, ...bound } = getInputProps(field, {
    type,
    ...(hint && { ariaDescribedBy: field.descriptionId }),
  });
  return (
    <Field id={field.id} label={label} hint={hint} errors={field.errors}>
      <TextInput
        key={key}
        {...bound}
        {...(verbatim && { autoCapitalize: 'none', spellCheck: false })}
        {...rest}
        size="large"
      />
    </Field>
  );
}
