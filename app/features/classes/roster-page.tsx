import { Form, useNavigation } from '@remix-run/react';
import { FileUp, ListChecks } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { Card } from '#app/components/card.tsx';
import { Field } from '#app/components/field.tsx';
import { FormError } from '#app/components/form-error.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { Stack } from '#app/components/stack.tsx';
import { TextArea } from '#app/components/text-area.tsx';
import { RosterPreview } from './roster-preview.tsx';
import { SignInCards } from './sign-in-cards.tsx';
import type { FirstSignIn } from './import-roster.server.ts';
import type { ReadRoster } from './read-roster.ts';
import css from './roster-page.module.css';

interface RosterPageProps {
  classId: string;
  className: string;
  /** What the last press of a button led to. */
  result?: { errors?: string[]; preview?: ReadRoster; made?: FirstSignIn[] };
}

/** Adding many students at once: paste or open a list, look at what it would do, then do it. */
export function RosterPage({ classId, className, result }: RosterPageProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLTextAreaElement>(null);
  const busyWith = useNavigation().formData?.get('intent');
  const header = (
    <PageHeader
      title={t('Add students from a list')}
      back={{ to: `/classes/${classId}`, label: className }}
    />
  );
  if (result?.made)
    return (
      <Stack gap="large">
        {header}
        <SignInCards className={className} students={result.made} />
      </Stack>
    );
  const preview = result?.preview;
  const isReady = preview && !preview.error && preview.lines.every(({ error }) => !error);
  async function open(file: File | undefined) {
    if (file && list.current) list.current.value = await file.text();
  }
  return (
    <Stack gap="large">
      {header}
      <Card>
        <Form method="post" className={css.form}>
          <FormError errors={result?.errors} />
          <Field
            id="roster"
            label={t('Students')}
            hint={t(
              'One name a line, or a CSV with the columns name and username, or users.csv of OneRoster. First names are enough.',
            )}
          >
            <TextArea
              id="roster"
              name="roster"
              rows={10}
              inputRef={list}
              spellCheck={false}
              aria-describedby="roster-description"
            />
          </Field>
          <label className={css.file}>
            <FileUp aria-hidden />
            <span>{t('Open a file')}</span>
            <input
              type="file"
              accept=".csv,.txt,text/csv,text/plain"
              onChange={(event) => void open(event.currentTarget.files?.[0])}
            />
          </label>
          {preview && <RosterPreview preview={preview} />}
          <div className={css.buttons}>
            <Button
              name="intent"
              value="preview"
              variant={isReady ? 'secondary' : 'primary'}
              icon={<ListChecks aria-hidden />}
              busy={busyWith === 'preview'}
            >
              {t('Check the list')}
            </Button>
            {isReady && (
              <Button name="intent" value="import" busy={busyWith === 'import'}>
                {t('Make {{count}} accounts', { count: preview.lines.length })}
              </Button>
            )}
          </div>
        </Form>
      </Card>
    </Stack>
  );
}
