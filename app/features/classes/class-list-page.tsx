import { getFormProps, useForm } from '@conform-to/react';
import type { SubmissionResult } from '@conform-to/react';
import { getZodConstraint, parseWithZod } from '@conform-to/zod';
import { Form, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { AccountField } from '#app/features/accounts/account-field.tsx';
import { Button } from '#app/components/button.tsx';
import { Card } from '#app/components/card.tsx';
import { Disclosure } from '#app/components/disclosure.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { Split } from '#app/components/split.tsx';
import { Stack } from '#app/components/stack.tsx';
import { classFormSchema } from './class-form.ts';
import { ClassList } from './class-list.tsx';
import type { ClassSummary } from './list-classes.server.ts';

interface ClassListPageProps {
  classes: ClassSummary[];
  archived: ClassSummary[];
  lastResult?: SubmissionResult;
}

export function ClassListPage({ classes, archived, lastResult }: ClassListPageProps) {
  const { t } = useTranslation();
  const [form, fields] = useForm({
    id: 'new-class',
    lastResult,
    constraint: getZodConstraint(classFormSchema),
    onValidate: ({ formData }) => parseWithZod(formData, { schema: classFormSchema }),
    shouldRevalidate: 'onInput',
  });
  const busy = useNavigation().formMethod === 'POST';
  return (
    <Stack gap="large">
      <PageHeader
        title={t('Your classes')}
        lead={t('Open one to see its pictures, its code and its students.')}
      />
      <Split
        aside={
          <Card title={t('New class')}>
            <Form method="post" {...getFormProps(form)}>
              <Stack>
                <AccountField
                  field={fields.name}
                  label={t('Name')}
                  hint={t('Such as 7b art')}
                  autoComplete="off"
                />
                <Button busy={busy}>{t('Make the class')}</Button>
              </Stack>
            </Form>
          </Card>
        }
      >
        <ClassList classes={classes} />
        {archived.length > 0 && (
          <Disclosure summary={t('Archived classes ({{count}})', { count: archived.length })}>
            <ClassList classes={archived} />
          </Disclosure>
        )}
      </Split>
    </Stack>
  );
}
