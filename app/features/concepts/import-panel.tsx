import { useFetcher } from '@remix-run/react';
import type { SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { Disclosure } from '#app/components/disclosure.tsx';
import { Field } from '#app/components/field.tsx';
import { FormError } from '#app/components/form-error.tsx';
import { Select } from '#app/components/select.tsx';
import { Stack } from '#app/components/stack.tsx';
import { TextInput } from '#app/components/text-input.tsx';

/** Takes a file that was made here before, or by another program for the same model. */
export function ImportPanel({ models }: { models: { id: string; name: string }[] }) {
  const { t } = useTranslation();
  const { Form, data, state } = useFetcher<SubmissionResult>();
  const errorsOf = (field: string) => data?.error?.[field] ?? undefined;
  return (
    <Disclosure summary={t('Bring a word or style from a file')}>
      <Form method="post" action="/concepts/import" encType="multipart/form-data">
        <Stack>
          <FormError id="import-error" {...(errorsOf('') && { errors: errorsOf('')! })} />
          <Field
            id="import-file"
            label={t('Its file')}
            hint={t('A learned embedding or a LoRA, ending in .safetensors.')}
            {...(errorsOf('file') && { errors: errorsOf('file')! })}
          >
            <input
              id="import-file"
              type="file"
              name="file"
              accept=".safetensors"
              aria-describedby="import-file-description import-file-error"
            />
          </Field>
          <Field
            id="import-name"
            label={t('Its name here')}
            {...(errorsOf('name') && { errors: errorsOf('name')! })}
          >
            <TextInput
              id="import-name"
              name="name"
              autoCapitalize="none"
              autoComplete="off"
              spellCheck={false}
              maxLength={24}
              aria-describedby="import-name-error"
            />
          </Field>
          <Field
            id="import-model"
            label={t('The model that it belongs to')}
            {...(errorsOf('modelId') && { errors: errorsOf('modelId')! })}
          >
            <Select
              id="import-model"
              name="modelId"
              aria-describedby="import-model-error"
              options={models.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Field>
          <div>
            <Button variant="secondary" busy={state !== 'idle'}>
              {t('Bring it in')}
            </Button>
          </div>
        </Stack>
      </Form>
    </Disclosure>
  );
}
