import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { Card } from '#app/components/card.tsx';
import { Field } from '#app/components/field.tsx';
import { Select } from '#app/components/select.tsx';
import { Stack } from '#app/components/stack.tsx';
import { TextInput } from '#app/components/text-input.tsx';
import type { Progress } from './progress-reply.ts';

interface ExtensionFormProps {
  entries: Progress['entries'];
  errors: string[] | undefined;
}

/** More time for one student. */
export function ExtensionForm({ entries, errors }: ExtensionFormProps) {
  const { t } = useTranslation();
  return (
    <Card title={t('More time')}>
      <Form method="post">
        <Stack>
          <Field id="studentId" label={t('Student')}>
            <Select
              id="studentId"
              name="studentId"
              options={entries.map(({ student }) => ({
                value: student.id,
                label: student.displayName,
              }))}
            />
          </Field>
          <Field
            id="dueAt"
            label={t('Due for them')}
            hint={t('Empty: as for everybody.')}
            errors={errors}
          >
            <TextInput
              id="dueAt"
              name="dueAt"
              type="datetime-local"
              aria-describedby="dueAt-description dueAt-error"
            />
          </Field>
          <Button name="intent" value="extend" variant="secondary">
            {t('Give more time')}
          </Button>
        </Stack>
      </Form>
    </Card>
  );
}
