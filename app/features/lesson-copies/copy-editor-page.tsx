import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { FormError } from '#app/components/form-error.tsx';
import { Notice } from '#app/components/notice.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { Split } from '#app/components/split.tsx';
import { Stack } from '#app/components/stack.tsx';
import { LessonScreen } from '#app/features/lessons/lesson-screen.tsx';
import { CopyClasses } from './copy-classes.tsx';
import { CopyEditor } from './copy-editor.tsx';
import type { CopyPage } from './find-copy-page.server.ts';

interface CopyEditorPageProps {
  copy: CopyPage;
  /** What was wrong with a form of this page. */
  errors: string[];
}

/** A teacher's lesson: its text, a preview that follows it, its versions and the classes that have it. */
export function CopyEditorPage({ copy, errors }: CopyEditorPageProps) {
  const { t } = useTranslation();
  const { title, source, version } = copy;
  return (
    <Stack gap="large">
      <PageHeader
        title={title}
        lead={
          version === null
            ? t('A copy of “{{source}}”, not published yet', { source })
            : t('A copy of “{{source}}”, version {{version}}', { source, version })
        }
        back={{ to: '/my-lessons', label: t('My lessons') }}
      />
      <FormError errors={errors} />
      <Split ratio="even" aside={<Preview copy={copy} />}>
        <CopyEditor key={copy.id} copy={copy} />
      </Split>
      <CopyClasses copy={copy} />
    </Stack>
  );
}

/** The lesson as a teacher's page shows it; while there are mistakes, as it was before them. */
function Preview({ copy }: { copy: CopyPage }) {
  const { t } = useTranslation();
  const good = useRef(copy.preview);
  if (copy.preview) good.current = copy.preview;
  return (
    <section aria-labelledby="copy-preview">
      <Stack>
        <h2 id="copy-preview">{t('Preview')}</h2>
        {copy.preview === null && (
          <Notice tone="warning" title={t('The preview waits for the mistakes to be put right')} />
        )}
        {good.current && <LessonScreen page={good.current} refusal={undefined} />}
      </Stack>
    </section>
  );
}
