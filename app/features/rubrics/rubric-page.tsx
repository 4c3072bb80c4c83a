import { getFormProps, useForm } from '@conform-to/react';
import type { SubmissionResult } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod';
import { Form, useNavigation } from '@remix-run/react';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { Cluster } from '#app/components/cluster.tsx';
import { FormError } from '#app/components/form-error.tsx';
import { Notice } from '#app/components/notice.tsx';
import { PageHeader } from '#app/components/page-header.tsx';
import { Stack } from '#app/components/stack.tsx';
import { CriterionFields } from './criterion-fields.tsx';
import { rubricFormSchema } from './rubric-form.ts';
import type { RubricPage as Rubric } from './find-rubric-page.server.ts';

interface RubricPageProps {
  rubric: Rubric;
  lastResult?: SubmissionResult;
}

const NEW_LEVELS = [
  { name: 'Not yet', points: '0' },
  { name: 'Partly', points: '1' },
  { name: 'Fully', points: '2' },
];

/** The editor of an assignment's rubric; it works without scripts too. */
export function RubricPage({ rubric, lastResult }: RubricPageProps) {
  const { t } = useTranslation();
  const { classId, id, title, revision, criteria, graded } = rubric;
  const [form, fields] = useForm({
    id: 'rubric',
    lastResult,
    defaultValue: {
      criteria: criteria.map((criterion) => ({
        ...criterion,
        levels: criterion.levels.map((level) => ({ ...level, points: String(level.points) })),
      })),
    },
    onValidate: ({ formData }) => parseWithZod(formData, { schema: rubricFormSchema }),
    shouldRevalidate: 'onInput',
  });
  const list = fields.criteria.getFieldList();
  const busy = useNavigation().formMethod === 'POST';
  return (
    <Stack gap="large">
      <PageHeader
        title={t('Rubric')}
        back={{ to: `/classes/${classId}/assignments/${id}`, label: title }}
      />
      {graded > 0 && (
        <Notice tone="warning" title={t('{{graded}} works are graded by this rubric', { graded })}>
          {t(
            'What you change scores them again. Students read the new points once you return the work again.',
          )}
        </Notice>
      )}
      <Form method="post" {...getFormProps(form)}>
        <input type="hidden" name="revision" value={revision} />
        <Stack gap="large">
          <FormError errors={form.errors ?? fields.criteria.errors} />
          {list.map((criterion, index) => (
            <CriterionFields
              key={criterion.key}
              form={form}
              list={fields.criteria}
              criterion={criterion}
              index={index}
            />
          ))}
          <Cluster>
            <Button
              variant="secondary"
              icon={<Plus aria-hidden />}
              {...form.insert.getButtonProps({
                name: fields.criteria.name,
                defaultValue: {
                  name: '',
                  description: '',
                  levels: NEW_LEVELS.map((level) => ({ ...level, name: t(level.name) })),
                },
              })}
            >
              {t('Add a criterion')}
            </Button>
            <Button busy={busy}>{t('Save the rubric')}</Button>
          </Cluster>
        </Stack>
      </Form>
    </Stack>
  );
}
