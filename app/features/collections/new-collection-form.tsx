import { Form, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { Card } from '#app/components/card.tsx';
import { Field } from '#app/components/field.tsx';
import { Stack } from '#app/components/stack.tsx';
import { TextInput } from '#app/components/text-input.tsx';

/** Begins a collection. */
export function NewCollectionForm({ errors }: { errors?: string[] | undefined }) {
  const { t } = useTranslation();
  const busy = useNavigation().formMethod === 'POST';
  return (
    <Card title={t('New collection')}>
      <Form method="post" action="/collections?index">
        <Stack>
          <Field id="collection-name" label={t('Name')} errors={errors ?? []}>
            <TextInput
              id="collection-name"
              name="name"
              maxLength={60}
              autoComplete="off"
              aria-describedby="collection-name-error"
              aria-invalid={errors?.length ? true : undefined}
            />
          </Field>
          <div>
            <Button busy={busy}>{t('Make the collection')}</Button>
          </div>
        </Stack>
      </Form>
    </Card>
  );
}
