import { Form, useNavigation } from '@remix-run/react';
import { CalendarClock } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { Card } from '#app/components/card.tsx';
import { Field } from '#app/components/field.tsx';
import { FormError } from '#app/components/form-error.tsx';
import { NumberStepper } from '#app/components/number-stepper.tsx';
import { Select } from '#app/components/select.tsx';
import { Stack } from '#app/components/stack.tsx';
import { TextArea } from '#app/components/text-area.tsx';
import { TextInput } from '#app/components/text-input.tsx';
import { OFTEN } from './render-form.ts';

export interface NewRenderFormProps {
  /** The school's own, which a new one begins with. */
  timeZone: string;
  /** Tables that a query fills. */
  tables: { id: string; name: string }[];
  errors: Record<string, string> | undefined;
}

const HAS_TIME = ['day', 'weekday', 'week'];

export function NewRenderForm({ timeZone, tables, errors = {} }: NewRenderFormProps) {
  const { t } = useTranslation();
  const [often, setOften] = useState('day');
  const isBusy = useNavigation().formData?.get('intent') === 'create';
  const errorOf = (field: string) => (errors[field] ? [errors[field]] : undefined);
  return (
    <Card title={t('New automatic picture')}>
      <Form method="post">
        <Stack>
          <FormError errors={errorOf('form')} />
          <Field id="name" label={t('Name')} errors={errorOf('name')}>
            <TextInput id="name" name="name" autoComplete="off" />
          </Field>
          <Field
            id="template"
            label={t('Prompt')}
            hint={t('A call can fill slots such as {weather}; a clock can’t.')}
            errors={errorOf('template')}
          >
            <TextArea id="template" name="template" aria-describedby="template-description" />
          </Field>
          {tables.length > 0 && (
            <Field id="tableId" label={t('Or new rows of a table')} errors={errorOf('tableId')}>
              <Select
                id="tableId"
                name="tableId"
                placeholder={t('No table')}
                options={tables.map(({ id, name }) => ({ value: id, label: name }))}
              />
            </Field>
          )}
          <Field id="often" label={t('How often')}>
            <Select
              id="often"
              name="often"
              value={often}
              onChange={(event) => setOften(event.currentTarget.value)}
              options={Object.entries(OFTEN).map(([value, label]) => ({ value, label: t(label) }))}
            />
          </Field>
          {HAS_TIME.includes(often) && (
            <Field id="time" label={t('At')} errors={errorOf('time')}>
              <TextInput id="time" name="time" type="time" defaultValue="08:00" />
            </Field>
          )}
          {often === 'cron' && (
            <Field
              id="cron"
              label={t('Rhythm')}
              hint={t('Minute, hour, day, month, weekday: 30 8 * * 1-5')}
              errors={errorOf('cron')}
            >
              <TextInput id="cron" name="cron" autoComplete="off" />
            </Field>
          )}
          {often !== 'call' && (
            <Field id="timeZone" label={t('Time zone')} errors={errorOf('timeZone')}>
              <TextInput id="timeZone" name="timeZone" defaultValue={timeZone} />
            </Field>
          )}
          <Field id="maxPerDay" label={t('At most, a day')} errors={errorOf('maxPerDay')}>
            <NumberStepper id="maxPerDay" name="maxPerDay" defaultValue={24} min={1} max={200} />
          </Field>
          <Button name="intent" value="create" icon={<CalendarClock aria-hidden />} busy={isBusy}>
            {t('Make it')}
          </Button>
        </Stack>
      </Form>
    </Card>
  );
}
