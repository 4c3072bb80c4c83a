import { Form, useNavigation } from '@remix-run/react';
import { Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { Card } from '#app/components/card.tsx';
import { Cluster } from '#app/components/cluster.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { Field } from '#app/components/field.tsx';
import { LinkList } from '#app/components/link-list.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { Select } from '#app/components/select.tsx';
import { Stack } from '#app/components/stack.tsx';
import css from './copy-list-page.module.css';
import type { CopyList } from './list-copies.server.ts';

interface CopyListPageProps extends CopyList {
  /** What was wrong with the form. */
  errors: string[];
}

/** A teacher's own lessons, and a way to begin one. */
export function CopyListPage({ copies, lessons, errors }: CopyListPageProps) {
  const { t } = useTranslation();
  const busy = useNavigation().formMethod === 'POST';
  return (
    <Stack gap="large">
      <PageHeader
        title={t('My lessons')}
        lead={t('Copy a lesson, change what you like, and give it to a class.')}
        back={{ to: '/lessons', label: t('All lessons') }}
      />
      <Card title={t('Begin with a copy')}>
        <Form method="post">
          <Stack>
            <Field id="slug" label={t('Lesson')} errors={errors}>
              <Select
                id="slug"
                name="slug"
                options={lessons}
                aria-describedby="slug-error"
                aria-invalid={errors.length > 0 || undefined}
              />
            </Field>
            <Cluster>
              <Button icon={<Copy aria-hidden />} busy={busy}>
                {t('Copy it')}
              </Button>
            </Cluster>
          </Stack>
        </Form>
      </Card>
      {copies.length === 0 ? (
        <EmptyState title={t('No lessons of your own yet')}>
          {t('A copy is yours alone until you give it to a class.')}
        </EmptyState>
      ) : (
        <LinkList
          items={copies.map(({ id, title, source, version, classes }) => ({
            to: `/my-lessons/${id}`,
            title,
            about: (
              <p className={css.facts}>
                {t('From “{{source}}”', { source })} ·{' '}
                {version === null ? t('not published yet') : t('version {{version}}', { version })}
                {classes.length > 0 && ` · ${classes.join(', ')}`}
              </p>
            ),
          }))}
        />
      )}
    </Stack>
  );
}
