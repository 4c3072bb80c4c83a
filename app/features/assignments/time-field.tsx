import { getInputProps } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { Field } from '#app/components/field.tsx';
import { TextInput } from '#app/components/text-input.tsx';

interface TimeFieldProps {
  field: Parameters<typeof getInputProps>[0];
  label: string;
  hint: string;
}

/** A day and a time of the school. */
export function TimeField({ field, label, hint }: TimeFieldProps) {
  const { t } = useTranslation();
  const { key, ...bound } = getInputProps(field, {
    type: 'datetime-local',
    ariaDescribedBy: field.descriptionId,
  });
  return (
    <Field id={field.id} label={label} hint={hint} note={t('optional')} errors={field.errors}>
      <TextInput key={key} {...bound} />
    </Field>
  );
}
