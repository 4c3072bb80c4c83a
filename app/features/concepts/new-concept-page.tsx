import { getFormProps, useForm } from '@conform-to/react';
import type { SubmissionResult } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod';
import { Form, useNavigation } from '@remix-run/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { Field } from '#app/components/field.tsx';
import { FormError } from '#app/components/form-error.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { RadioCards } from '#app/components/radio-cards.tsx';
import { Select } from '#app/components/select.tsx';
import { Stack } from '#app/components/stack.tsx';
import { TextInput } from '#app/components/text-input.tsx';
import { conceptFormSchema } from './concept-form.ts';

export interface NewConceptPageProps {
  /** The models that can be taught, and the things that each can draw. */
  models: { id: string; name: string; subjects: string[] }[];
  lastResult?: SubmissionResult | undefined;
}

/** Names what is to be taught; its pictures come on the next page. */
export function NewConceptPage({ models, lastResult }: NewConceptPageProps) {
  const { t } = useTranslation();
  const [form, fields] = useForm<{
    kind: string;
    name: string;
    startWord: string;
    modelId: string;
  }>({
    id: 'concept',
    lastResult: lastResult ?? null,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: conceptFormSchema }) as never,
    shouldRevalidate: 'onInput',
  });
  const [kind, setKind] = useState('word');
  const [modelId, setModelId] = useState(models[0]?.id ?? '');
  const subjects = models.find(({ id }) => id === modelId)?.subjects ?? [];
  const busy = useNavigation().formAction?.startsWith('/concepts/new') ?? false;
  return (
    <Stack gap="large">
      <PageHeader
        title={t('Teach something new')}
        back={{ to: '/concepts', label: t('Words and styles') }}
        lead={t('First say what it is. Then come the pictures.')}
      />
      <Form method="post" {...getFormProps(form)}>
        <Stack gap="large">
          <FormError id={form.errorId} errors={form.errors} />
          <RadioCards
            id={fields.kind.id}
            name="kind"
            legend={t('What is it?')}
            value={kind}
            onValueChange={setKind}
            options={[
              {
                value: 'word',
                label: t('A word'),
                description: t('One thing: a creature that you made up, your bag, a plant.'),
              },
              {
                value: 'style',
                label: t('A style'),
                description: t('How everything looks: thick lines, your crayons, paper cuts.'),
              },
            ]}
          />
          <Field
            id={fields.name.id}
            label={t('Its name')}
            hint={t('A word that nobody uses yet, such as “zorp”. In prompts you write <zorp>.')}
            {...(fields.name.errors && { errors: fields.name.errors })}
          >
            <TextInput
              id={fields.name.id}
              name="name"
              autoCapitalize="none"
              autoComplete="off"
              spellCheck={false}
              maxLength={24}
              aria-invalid={fields.name.errors ? true : undefined}
              aria-describedby={`${fields.name.id}-description ${fields.name.id}-error`}
            />
          </Field>
          {kind === 'word' && (
            <Field
              id={fields.startWord.id}
              label={t('Which of these comes close?')}
              hint={t('The new word begins as this one and moves away from it.')}
              {...(fields.startWord.errors && { errors: fields.startWord.errors })}
            >
              {subjects.length > 0 ? (
                <Select
                  id={fields.startWord.id}
                  name="startWord"
                  aria-describedby={`${fields.startWord.id}-description ${fields.startWord.id}-error`}
                  options={subjects.map((word) => ({ value: word, label: word }))}
                />
              ) : (
                <TextInput
                  id={fields.startWord.id}
                  name="startWord"
                  aria-describedby={`${fields.startWord.id}-description ${fields.startWord.id}-error`}
                />
              )}
            </Field>
          )}
          {models.length > 1 ? (
            <Field
              id={fields.modelId.id}
              label={t('Which model learns it?')}
              {...(fields.modelId.errors && { errors: fields.modelId.errors })}
            >
              <Select
                id={fields.modelId.id}
                name="modelId"
                value={modelId}
                onChange={(event) => setModelId(event.currentTarget.value)}
                options={models.map(({ id, name }) => ({ value: id, label: name }))}
              />
            </Field>
          ) : (
            <input type="hidden" name="modelId" value={modelId} />
          )}
          <div>
            <Button size="large" busy={busy}>
              {t('Go on to the pictures')}
            </Button>
          </div>
        </Stack>
      </Form>
    </Stack>
  );
}
