import { Form, useNavigation } from '@remix-run/react';
import { FileUp, Images, ListChecks } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { Card } from '#app/components/card.tsx';
import { Cluster } from '#app/components/cluster.tsx';
import { Disclosure } from '#app/components/disclosure.tsx';
import { Field } from '#app/components/field.tsx';
import { FormError } from '#app/components/form-error.tsx';
import { Select } from '#app/components/select.tsx';
import { Stack } from '#app/components/stack.tsx';
import { TextArea } from '#app/components/text-area.tsx';
import { TextInput } from '#app/components/text-input.tsx';
import { ProgramsFrame } from '#app/features/programs/programs-frame.tsx';
import { TablePreview } from './table-preview.tsx';
import type { PlannedTable } from './preview-table.server.ts';
import css from './table-pages.module.css';

interface NewTablePageProps {
  models: { id: string; name: string }[];
  mayQuery: boolean;
  /** What the last press of a button led to. */
  result: { errors?: Record<string, string>; preview?: PlannedTable } | undefined;
}

const EXAMPLE = 'animal,place\nred fox,in the snow\nowl,at night\nwhale,under the sea';

/** A table, a prompt with slots, a look at what each row becomes, then the pictures. */
export function NewTablePage({ models, mayQuery, result }: NewTablePageProps) {
  const { t } = useTranslation();
  const data = useRef<HTMLTextAreaElement>(null);
  const busyWith = useNavigation().formData?.get('intent');
  const errors = result?.errors ?? {};
  const preview = result?.preview;
  const good = preview?.rows.filter(({ fault }) => !fault).length ?? 0;
  const errorOf = (field: string) => (errors[field] ? [errors[field]] : undefined);
  async function open(file: File | undefined) {
    if (file && data.current) data.current.value = await file.text();
  }
  return (
    <ProgramsFrame
      title={t('New table')}
      lead={t('Each row becomes a picture: its cells go into the prompt’s slots.')}
      back={{ to: '/programs/tables', label: t('Tables') }}
    >
      <Card>
        <Form method="post">
          <Stack>
            <FormError errors={errorOf('form')} />
            <Field id="name" label={t('Name')} errors={errorOf('name')}>
              <TextInput id="name" name="name" autoComplete="off" maxLength={80} />
            </Field>
            <Field
              id="data"
              label={t('Table')}
              hint={t('CSV with the names of the columns in its first line, or a JSON list.')}
              errors={errorOf('data')}
            >
              <TextArea
                id="data"
                name="data"
                rows={8}
                inputRef={data}
                spellCheck={false}
                placeholder={EXAMPLE}
                aria-describedby="data-description data-error"
              />
            </Field>
            <label className={css.file}>
              <FileUp aria-hidden />
              <span>{t('Open a file')}</span>
              <input
                type="file"
                accept=".csv,.tsv,.txt,.json,text/csv,application/json"
                onChange={(event) => void open(event.currentTarget.files?.[0])}
              />
            </label>
            {mayQuery && (
              <Field
                id="query"
                label={t('Or a query')}
                note={t('in place of the table')}
                hint={t(
                  'SQL that reads from the school’s database, such as SELECT animal, place FROM zoo.',
                )}
                errors={errorOf('query')}
              >
                <TextArea id="query" name="query" rows={3} spellCheck={false} />
              </Field>
            )}
            <Field
              id="template"
              label={t('Prompt with slots')}
              hint={t('A column’s name in curly brackets stands for its cell: a {animal}, {place}')}
              errors={errorOf('template')}
            >
              <TextArea
                id="template"
                name="template"
                aria-describedby="template-description template-error"
              />
            </Field>
            <Disclosure summary={t('Settings for all rows')}>
              <Stack>
                <Field id="modelId" label={t('Model')}>
                  <Select
                    id="modelId"
                    name="modelId"
                    options={models.map(({ id, name }) => ({ value: id, label: name }))}
                  />
                </Field>
                <Field id="negativePrompt" label={t('Keep out')} note={t('optional')}>
                  <TextInput id="negativePrompt" name="negativePrompt" autoComplete="off" />
                </Field>
                <Field
                  id="seed"
                  label={t('Seed')}
                  note={t('optional')}
                  hint={t(
                    'One seed for all rows, so that only the words differ. A column called seed, steps or guidance sets its own for each row.',
                  )}
                >
                  <TextInput id="seed" name="seed" inputMode="numeric" autoComplete="off" />
                </Field>
              </Stack>
            </Disclosure>
            {preview && <TablePreview table={preview} />}
            <Cluster>
              <Button
                name="intent"
                value="preview"
                variant={good > 0 ? 'secondary' : 'primary'}
                icon={<ListChecks aria-hidden />}
                busy={busyWith === 'preview'}
              >
                {t('Look at the rows')}
              </Button>
              {good > 0 && (
                <Button
                  name="intent"
                  value="start"
                  icon={<Images aria-hidden />}
                  busy={busyWith === 'start'}
                >
                  {t('Make {{count}} pictures', { count: good })}
                </Button>
              )}
            </Cluster>
          </Stack>
        </Form>
      </Card>
    </ProgramsFrame>
  );
}
