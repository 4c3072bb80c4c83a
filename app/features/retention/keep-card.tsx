import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { Card } from '#app/components/card.tsx';
import { Disclosure } from '#app/components/disclosure.tsx';
import { Field } from '#app/components/field.tsx';
import { Select } from '#app/components/select.tsx';
import { Stack } from '#app/components/stack.tsx';
import { translateLabels } from '#app/components/translate-labels.ts';
import { formatDay } from '#app/platform/format-date.ts';
import type { ClassClock } from './find-class-clock.server.ts';
import { KEEP_CHOICES } from './retention-form.ts';

const choices = Object.entries(KEEP_CHOICES)
  .map(([value, label]) => ({ value, label }))
  .sort((a, b) => Number(a.value === 'forever') - Number(b.value === 'forever'));

/** For how long a class's work is kept: what goes, and when. */
export function KeepCard({ classId, clock }: { classId: string; clock: ClassClock }) {
  const { t, i18n } = useTranslation();
  const { keepDays, dueAt, pictures } = clock;
  return (
    <Card title={t('How long work is kept')}>
      <Stack gap="small">
        <p>
          {dueAt
            ? t('If nobody works in this class any more, its work is removed on {{date}}.', {
                date: formatDay(i18n.language, dueAt, 'long'),
              })
            : t('Work in this class is kept until somebody deletes it.')}
        </p>
        <Form method="post" action={`/classes/${classId}/keeping`}>
          <Stack gap="small">
            <Field
              id="keep"
              label={t('Keep it for')}
              hint={t('The time starts again with everything that students do, and when you save.')}
            >
              <Select
                id="keep"
                name="keep"
                key={keepDays}
                defaultValue={String(keepDays ?? 'forever')}
                options={translateLabels(t, choices)}
                aria-describedby="keep-description"
              />
            </Field>
            <div>
              <Button variant="secondary" size="small">
                {t('Save')}
              </Button>
            </div>
          </Stack>
        </Form>
        <Disclosure summary={t('What is removed')}>
          <p>
            {t(
              'All {{count}} pictures and prompts, uploads, words and styles, answers in lessons, work and grades. Students who are in no other class lose their accounts. The class and your assignments stay.',
              { count: pictures },
            )}
          </p>
        </Disclosure>
      </Stack>
    </Card>
  );
}
